package org.weighhouse.ledger.internal.book;

import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Amount;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Micros;

/** Reads balances out of a workspace's book. An allowance that nothing was counted against yet is not written, but shown. */
public final class BalanceSheet {

    private BalanceSheet() {}

    /** What a month is read as; {@code used} comes from the roll-ups. */
    public static Balance of(WorkspaceBook book, Unit unit, long at, long now, TimeRange month, long used) {
        List<GrantGiven> unwritten = book.missingAllowances(unit, at);
        Account account =
                unwritten.isEmpty() ? book.account(unit) : book.account(unit).with(unwritten, book.calendar());
        Optional<Allowance> allowance = book.allowanceAt(unit, at);
        long overage = account.overage()
                .sum(Micros.quarterOf(Micros.of(month.from())), Micros.quarterOf(Micros.of(month.to())));
        long reserved = month.contains(Micros.toInstant(now)) ? account.reserved() : 0;
        return new Balance(
                allowance.isPresent(),
                allowance.map(Allowance::limit).orElse(Allowance.Limit.SOFT),
                new Amount(used),
                new Amount(reserved),
                new Amount(Math.max(0, account.remainingAt(at) - reserved)),
                new Amount(overage),
                month);
    }
}
