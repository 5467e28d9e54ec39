package org.weighhouse.meter.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.meter.Meter;

/** What is refused before anything is counted, always with an {@link IllegalArgumentException} that says why. */
final class Rules {

    /**
     * Most that an amendment may say something costs, in units: the ledger counts no more in one entry. What is more is
     * refused when it is said, for kept it would hinder the counting of what it is about.
     */
    static final Amount MAX_COST = Amount.of(100_000_000_000L);

    private final Workspaces workspaces;
    private final Clock clock;

    Rules(Workspaces workspaces, Clock clock) {
        this.workspaces = workspaces;
        this.clock = clock;
    }

    Workspace workspace(WorkspaceId id) {
        return workspaces.find(id).orElseThrow(() -> new IllegalArgumentException("there is no workspace " + id));
    }

    void check(Item item) {
        check(List.of(item));
    }

    void check(List<Item> items) {
        Instant latest = clock.instant().plus(Meter.MAX_AHEAD);
        for (Item item : items) {
            check(item, latest);
        }
    }

    private static void check(Item item, Instant latest) {
        if (item.time().isAfter(latest)) {
            throw item.refused("lies more than " + Meter.MAX_AHEAD.toHours() + " hours in the future");
        }
        if (item.time().isBefore(UsageEvent.EARLIEST)) {
            throw item.refused("lies before " + UsageEvent.EARLIEST);
        }
        if (item.reading() instanceof Reading.ActiveSubscriber
                && item.attribution().subscriber().isEmpty()) {
            throw item.refused("names no subscriber");
        }
    }

    /** What comes from outside must not stand where the meter itself counts. */
    void checkSource(UsageEvent event) {
        if (event.source().startsWith(Meter.RESERVED_SOURCES)) {
            throw new IllegalArgumentException("event " + event.id() + " has a source that starts with "
                    + Meter.RESERVED_SOURCES + ", which is kept for the meter itself");
        }
    }

    void checkObservation(String observer, String id) {
        if (observer.isEmpty() || !Attribution.isValid(observer)) {
            throw new IllegalArgumentException("an observer has 1 to " + Attribution.MAX_LENGTH + " characters");
        }
        if (id.isEmpty()) {
            throw new IllegalArgumentException("what was observed has an id");
        }
    }

    void checkAmendment(String channel, Reference reference, Amendment amendment) {
        if (reference.isNone() || !Attribution.isValid(channel)) {
            throw new IllegalArgumentException(
                    "an amendment needs a channel and the platform's name for what it amends");
        }
        for (Amendment.Change change : amendment.changes()) {
            if (change instanceof Amendment.Change.Cost cost && cost.value().compareTo(MAX_COST) > 0) {
                throw new IllegalArgumentException(
                        "amendment " + amendment.id() + " says a cost larger than can be counted");
            }
        }
    }
}
