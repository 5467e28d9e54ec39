package org.weighhouse.ledger.internal.engine;

import java.util.List;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.ledger.internal.book.Book;

/**
 * Refuses what could make a sum overflow, before it has changed anything: every sum the ledger keeps of an account is
 * smaller than the account's turnover.
 */
final class OverflowGuard {

    private static final long MAX_TURNOVER = Long.MAX_VALUE / 4;

    private final Book book;

    OverflowGuard(Book book) {
        this.book = book;
    }

    boolean allows(List<Prepared> postings) {
        long sum = 0;
        for (Prepared prepared : postings) {
            Posting posting = prepared.posting();
            // A correction that moves usage is written twice.
            sum += 2 * (posting.amount().milli() + Book.turnoverOf(posting.measures()));
        }
        for (Prepared prepared : postings) {
            if (!allows(prepared.workspace(), prepared.posting().unit(), sum)) {
                return false;
            }
        }
        return true;
    }

    boolean allows(WorkspaceId workspace, Unit unit, long more) {
        return book.workspace(workspace).account(unit).turnover() <= MAX_TURNOVER - more;
    }
}
