package org.weighhouse.ledger.internal.book;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Micros;

/**
 * What one workspace has of one unit. At every moment, what was used is what grants burned plus the overage, both in
 * all and within each month. Not thread-safe.
 */
public final class Account {

    private final List<GrantState> grants = new ArrayList<>();
    private final AllowanceHistory allowances = new AllowanceHistory();
    private final Overage overage;
    private long reserved;
    private long turnover;

    Account() {
        this(new Overage());
    }

    private Account(Overage overage) {
        this.overage = overage;
    }

    AllowanceHistory allowances() {
        return allowances;
    }

    List<GrantState> grants() {
        return Collections.unmodifiableList(grants);
    }

    Overage overage() {
        return overage;
    }

    public long reserved() {
        return reserved;
    }

    /** Everything that was ever charged, granted or held, as a guard against overflow. */
    public long turnover() {
        return turnover;
    }

    void addReserved(long amount) {
        reserved = Math.addExact(reserved, amount);
    }

    /** Puts a grant back as it was stored. */
    void restore(GrantGiven given, long burned) {
        grants.add(new GrantState(given, burned));
    }

    void restore(long storedReserved, long storedTurnover) {
        reserved = storedReserved;
        turnover = storedTurnover;
    }

    void addTurnover(long amount) {
        turnover = Math.addExact(turnover, Math.abs(amount));
    }

    /** What is left of the grants that can be used at an instant; holds not yet taken off. */
    public long remainingAt(long micros) {
        long sum = 0;
        for (GrantState grant : grants) {
            if (grant.isValidAt(micros)) {
                sum += grant.remaining();
            }
        }
        return sum;
    }

    /** What the grants gave that can be used at an instant. */
    long givenAt(long micros) {
        long sum = 0;
        for (GrantState grant : grants) {
            if (grant.isValidAt(micros)) {
                sum += grant.given().amountMilli();
            }
        }
        return sum;
    }

    /** Takes an amount from the grants valid at the time of use; the rest is overage. */
    void charge(long micros, long amount, MonthCalendar calendar) {
        long left = amount;
        for (int i = 0; i < grants.size() && left > 0; i++) {
            GrantState grant = grants.get(i);
            if (grant.isValidAt(micros)) {
                left -= grant.burn(left);
            }
        }
        if (left > 0) {
            overage.add(Micros.quarterOf(micros), left, calendar);
        }
    }

    /** Undoes a charge: first its overage, then what burned, last burned first; then freed credit covers overage. */
    void giveBack(long micros, long amount, MonthCalendar calendar) {
        long left = amount - overage.takeAt(Micros.quarterOf(micros), amount, calendar);
        left = unburn(left, micros, true);
        left = unburn(left, micros, false);
        // Only after an allowance was lowered, or the zone changed: its excess is overage of another time.
        left -= overage.take(0, Integer.MAX_VALUE, left);
        if (left != 0) {
            throw new IllegalStateException("more was given back than was ever charged");
        }
        grants.forEach(this::coverOverage);
    }

    private long unburn(long amount, long micros, boolean valid) {
        long left = amount;
        for (int i = grants.size() - 1; i >= 0 && left > 0; i--) {
            GrantState grant = grants.get(i);
            if (grant.isValidAt(micros) == valid) {
                left -= grant.unburn(left);
            }
        }
        return left;
    }

    /** What this account would be with more grants; this one stays as it is. For reading balances only. */
    Account with(List<GrantGiven> more, MonthCalendar calendar) {
        Account copy = new Account(overage.copy());
        grants.forEach(grant -> copy.grants.add(new GrantState(grant.given(), grant.burned())));
        copy.reserved = reserved;
        more.forEach(given -> copy.give(given, calendar));
        return copy;
    }

    /** Adds a grant, or replaces the allowance of the same month. */
    void give(GrantGiven given, MonthCalendar calendar) {
        long burned = given.isMonthlyAllowance() ? removeAllowance(given.month()) : 0;
        long kept = Math.min(burned, given.amountMilli());
        if (burned > kept) {
            overage.add(Micros.quarterOf(given.from()), burned - kept, calendar);
        }
        GrantState grant = new GrantState(given, kept);
        int at = Collections.binarySearch(grants, grant, GrantState.BURN_ORDER);
        grants.add(at < 0 ? -at - 1 : at, grant);
        if (given.isMonthlyAllowance()) {
            allowances.markGiven(given.month());
        }
        // A lowered allowance leaves overage that other grants may cover.
        grants.forEach(this::coverOverage);
    }

    private long removeAllowance(int month) {
        for (int i = 0; i < grants.size(); i++) {
            if (grants.get(i).given().month() == month) {
                return grants.remove(i).burned();
            }
        }
        return 0;
    }

    /** Credit covers earlier overage in the quarters that lie wholly within its validity. */
    private void coverOverage(GrantState grant) {
        if (grant.remaining() > 0 && overage.slots().size() > 0) {
            int from = Micros.firstQuarterFrom(grant.given().from());
            int to = Micros.quarterOf(grant.given().expires());
            grant.burn(overage.take(from, to, grant.remaining()));
        }
    }
}
