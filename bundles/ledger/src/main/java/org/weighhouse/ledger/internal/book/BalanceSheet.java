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

/**
 * What a workspace's book says of a unit at an instant; with what was used, which the roll-ups say, it makes a balance. An
 * allowance that nothing was counted against yet is not written, but shown. Amounts are thousandths.
 *
 * @param allowance of the month; empty if the unit is not limited
 * @param month that the instant lies in
 * @param reserved held now, if now lies in the month
 * @param remaining what is left today of the grants that can be used at the instant
 * @param given what these grants gave
 * @param overage of the month
 * @param overageAfter that part of it that lies at the instant or after it, to a quarter of an hour
 */
public record BalanceSheet(
        Optional<Allowance> allowance,
        TimeRange month,
        long reserved,
        long remaining,
        long given,
        long overage,
        long overageAfter) {

    public static BalanceSheet of(WorkspaceBook book, Unit unit, long at, long now) {
        List<GrantGiven> unwritten = book.missingAllowances(unit, at);
        Account account =
                unwritten.isEmpty() ? book.account(unit) : book.account(unit).with(unwritten, book.calendar());
        TimeRange month = book.calendar().rangeOf(at);
        int end = Micros.quarterOf(Micros.of(month.to()));
        return new BalanceSheet(
                book.allowanceAt(unit, at),
                month,
                month.contains(Micros.toInstant(now)) ? account.reserved() : 0,
                account.remainingAt(at),
                account.givenAt(at),
                account.overage().sum(Micros.quarterOf(Micros.of(month.from())), end),
                account.overage().sum(Micros.quarterOf(at), end));
    }

    /** The balance of the present, or of a month to come. */
    public Balance now(long used) {
        return balance(used, reserved, remaining, overage);
    }

    /**
     * The balance of an instant in the past: what was used since is put back to the grants. What was held then is not
     * known any more.
     *
     * @param used in the whole month
     * @param before the part of it that was used before the instant
     */
    public Balance then(long used, long before) {
        long burnedSince = Math.max(0, used - before - overageAfter);
        return balance(before, 0, Math.min(given, remaining + burnedSince), overage - overageAfter);
    }

    private Balance balance(long used, long held, long left, long over) {
        return new Balance(
                allowance.isPresent(),
                allowance.map(Allowance::limit).orElse(Allowance.Limit.SOFT),
                new Amount(used),
                new Amount(held),
                new Amount(Math.max(0, left - held)),
                new Amount(over),
                new Amount(used - over + left),
                month);
    }
}
