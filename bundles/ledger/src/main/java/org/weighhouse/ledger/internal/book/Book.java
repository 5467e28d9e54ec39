package org.weighhouse.ledger.internal.book;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.record.AmendmentSaid;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.TermsSet;

/**
 * Grants, holds and overage of every workspace: the sum of the records applied so far, and of nothing else. Not
 * thread-safe.
 */
public final class Book {

    private final Map<WorkspaceId, WorkspaceBook> workspaces = new HashMap<>();
    private final Map<HoldName, Held> openHolds = new HashMap<>();

    public void apply(JournalRecord record) {
        WorkspaceBook workspace = workspace(record.workspace());
        switch (record) {
            case EntryWritten entry -> applyEntry(workspace, entry);
            // What follows from it are entries.
            case AmendmentSaid said -> {}
            case TermsSet terms -> workspace.apply(terms);
            case GrantGiven grant -> workspace.apply(grant);
            case Held held -> {
                openHolds.put(held.name(), held);
                workspace.hold(held, 1);
            }
            case HoldSettled settled ->
                Optional.ofNullable(openHolds.remove(settled.name())).ifPresent(held -> workspace.hold(held, -1));
        }
    }

    private static void applyEntry(WorkspaceBook workspace, EntryWritten entry) {
        workspace.number(entry);
        Account account = workspace.account(entry.unit());
        account.addTurnover(entry.amountMilli());
        account.addTurnover(turnoverOf(entry.measures()));
        if (entry.amountMilli() > 0) {
            account.charge(entry.time(), entry.amountMilli(), workspace.calendar());
        } else if (entry.amountMilli() < 0) {
            account.giveBack(entry.time(), -entry.amountMilli(), workspace.calendar());
        }
    }

    /** What measures add to an account's turnover, which is larger than any sum of them. */
    public static long turnoverOf(Measures measures) {
        TokenBuckets tokens = measures.tokens();
        return Math.abs(measures.quantity())
                + Math.abs(measures.toolCalls())
                + Math.abs(measures.millis())
                + Math.abs(tokens.input())
                + Math.abs(tokens.output())
                + Math.abs(tokens.cacheRead())
                + Math.abs(tokens.cacheWrite())
                + Math.abs(tokens.cacheWriteLong())
                + Math.abs(tokens.reasoning());
    }

    /** A workspace's part of the book, made if it is new. */
    public WorkspaceBook workspace(WorkspaceId id) {
        WorkspaceBook known = workspaces.get(id);
        return known != null ? known : workspaces.computeIfAbsent(id, WorkspaceBook::new);
    }

    /** A workspace's part of the book; empty if nothing was ever written for it. */
    public Optional<WorkspaceBook> find(WorkspaceId id) {
        return Optional.ofNullable(workspaces.get(id));
    }

    public Collection<WorkspaceBook> workspaces() {
        return Collections.unmodifiableCollection(workspaces.values());
    }

    void restore(Held open) {
        openHolds.put(open.name(), open);
    }

    public Optional<Held> openHold(HoldName name) {
        return Optional.ofNullable(openHolds.get(name));
    }

    public Collection<Held> openHolds() {
        return Collections.unmodifiableCollection(openHolds.values());
    }
}
