package org.weighhouse.meter.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.weighhouse.api.Reading;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.meter.Meter;

/** Which events are refused before anything is counted. */
final class EventRules {

    /** Nothing was sent by a bot before this; an earlier time is a wrong unit or a wrong clock. */
    static final Instant EARLIEST =
            LocalDate.of(2000, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private final Workspaces workspaces;
    private final Clock clock;

    EventRules(Workspaces workspaces, Clock clock) {
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** Begins to check the events of one call, as of now. */
    Round begin() {
        return new Round(clock.instant().plus(Meter.MAX_AHEAD));
    }

    /** The check of one call's events, most of which are of the same workspace as the one before. Used by one thread. */
    final class Round {

        private final Instant latest;
        private final Set<Workspace> seen = new LinkedHashSet<>();
        private Optional<Workspace> last = Optional.empty();

        private Round(Instant latest) {
            this.latest = latest;
        }

        /**
         * @return the event's workspace
         * @throws IllegalArgumentException if the event must not be counted; the message says why
         */
        Workspace check(UsageEvent event) {
            Workspace workspace = workspace(event.workspace());
            if (event.time().isAfter(latest)) {
                throw refused(event, "lies more than " + Meter.MAX_AHEAD.toHours() + " hours in the future");
            }
            if (event.time().isBefore(EARLIEST)) {
                throw refused(event, "lies before " + EARLIEST);
            }
            if (event.source().startsWith(Meter.RESERVED_SOURCES)) {
                throw refused(
                        event,
                        "has a source that starts with " + Meter.RESERVED_SOURCES
                                + ", which is kept for the meter itself");
            }
            if (event.reading() instanceof Reading.ActiveSubscriber
                    && event.attribution().subscriber().isEmpty()) {
                throw refused(event, "names no subscriber");
            }
            return workspace;
        }

        /** The workspaces of the events so far, each once. */
        Set<Workspace> workspaces() {
            return Collections.unmodifiableSet(seen);
        }

        private Workspace workspace(WorkspaceId id) {
            if (last.isEmpty() || !last.get().id().equals(id)) {
                last = workspaces.find(id);
                last.ifPresent(seen::add);
            }
            return last.orElseThrow(() -> new IllegalArgumentException("there is no workspace " + id));
        }
    }

    private static IllegalArgumentException refused(UsageEvent event, String why) {
        return new IllegalArgumentException("event " + event.id() + " " + why);
    }
}
