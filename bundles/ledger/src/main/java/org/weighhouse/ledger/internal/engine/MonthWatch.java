package org.weighhouse.ledger.internal.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.book.Book;
import org.weighhouse.ledger.internal.book.WorkspaceBook;
import org.weighhouse.ledger.internal.record.Micros;

/** Knows when a month begins in some workspace's zone, for balances change then without an entry. Only the writer calls it. */
final class MonthWatch {

    private final Book book;
    private final Map<WorkspaceId, Long> nextMonths = new HashMap<>();
    private long earliest = Micros.NEVER;

    MonthWatch(Book book, long now) {
        this.book = book;
        book.workspaces().forEach(workspace -> watch(workspace.id(), now));
    }

    /** To be called when a workspace may have a new zone. */
    void watch(WorkspaceId workspace, long now) {
        WorkspaceBook found = book.workspace(workspace);
        long next = Micros.of(found.calendar().rangeOf(now).to());
        nextMonths.put(workspace, next);
        earliest = Math.min(earliest, next);
    }

    long next() {
        return earliest;
    }

    /** The workspaces in which a month has begun since the last call. */
    List<WorkspaceId> begunBy(long now) {
        if (now < earliest) {
            return List.of();
        }
        List<WorkspaceId> begun = nextMonths.entrySet().stream()
                .filter(entry -> entry.getValue() <= now)
                .map(Map.Entry::getKey)
                .toList();
        earliest = Micros.NEVER;
        begun.forEach(workspace -> watch(workspace, now));
        nextMonths.values().forEach(next -> earliest = Math.min(earliest, next));
        return begun;
    }
}
