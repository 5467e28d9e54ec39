package org.weighhouse.ledger.internal.book;

import java.util.Optional;
import org.weighhouse.api.Amount;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.ledger.internal.record.Micros;

/** Reads balances out of a workspace's book. An allowance that nothing was counted against yet is not written, but shown. */
public final class BalanceSheet {

    private BalanceSheet() {}

    /** What a month is read as; {@code used} comes from the roll-ups. */
    public static Balance of(WorkspaceBook book, Unit unit, long at, long now, TimeRange month, long used) {
        Account account = book.account(unit);
        Optional<Allowance> allowance = book.allowanceAt(unit, at);
        int firstQuarter = Micros.quarterOf(Micros.of(month.from()));
        int endQuarter = Micros.quarterOf(Micros.of(month.to()));
        long overage = account.overage().sum(firstQuarter, endQuarter);
        long unwritten = unwrittenAllowances(book, account, at);
        long covered = Math.min(overage, unwrittenOf(account, book.calendar().monthOf(at)));
        long reserved = month.contains(Micros.toInstant(now)) ? account.reserved() : 0;
        long available = account.remainingAt(at) + unwritten - covered - reserved;
        return new Balance(
                allowance.isPresent(),
                allowance.map(Allowance::limit).orElse(Allowance.Limit.SOFT),
                new Amount(used),
                new Amount(reserved),
                new Amount(Math.max(0, available)),
                new Amount(overage - covered),
                month);
    }

    private static long unwrittenOf(Account account, int month) {
        return account.allowances().missingThrough(month).contains(month)
                ? account.allowances().of(month).map(a -> a.amount().milli()).orElse(0L)
                : 0;
    }

    private static long unwrittenAllowances(WorkspaceBook book, Account account, long at) {
        long sum = 0;
        for (int month : account.allowances().missingThrough(book.calendar().monthOf(at))) {
            long amount =
                    account.allowances().of(month).map(a -> a.amount().milli()).orElse(0L);
            sum = Math.addExact(sum, amount);
        }
        return sum;
    }
}
