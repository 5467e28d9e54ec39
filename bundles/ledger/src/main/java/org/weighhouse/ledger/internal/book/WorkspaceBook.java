package org.weighhouse.ledger.internal.book;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.record.TermsSet;

/** The accounts of one workspace. Not thread-safe. */
public final class WorkspaceBook {

    private static final Allowance NO_ALLOWANCE = new Allowance(Amount.ZERO, Allowance.Limit.SOFT, false);
    private static final Terms NO_TERMS = new Terms(ZoneOffset.UTC, Map.of());

    private final WorkspaceId id;
    private final Map<Unit, Account> accounts = new EnumMap<>(Unit.class);
    private final Set<String> grantIds = new HashSet<>();
    private Optional<Terms> terms = Optional.empty();
    private MonthCalendar calendar = new MonthCalendar(NO_TERMS.zone());
    private long lastNumber;

    WorkspaceBook(WorkspaceId id) {
        this.id = id;
        for (Unit unit : Unit.values()) {
            accounts.put(unit, new Account());
        }
    }

    public WorkspaceId id() {
        return id;
    }

    public Account account(Unit unit) {
        return accounts.get(unit);
    }

    /** Number that the workspace's next entry has. */
    public long nextNumber() {
        return lastNumber + 1;
    }

    /** @throws IllegalStateException if an entry is not the next one */
    void number(EntryWritten entry) {
        if (entry.number() != nextNumber()) {
            throw new IllegalStateException(
                    "entry " + entry.number() + " of " + id + " comes after entry " + lastNumber);
        }
        lastNumber++;
    }

    /** Empty until the account was opened. */
    public Optional<Terms> terms() {
        return terms;
    }

    public ZoneId zone() {
        return calendar.zone();
    }

    public MonthCalendar calendar() {
        return calendar;
    }

    public boolean hasGrant(String grantId) {
        return grantIds.contains(grantId);
    }

    /** The allowance that holds at an instant; empty if the unit is not limited then. */
    public Optional<Allowance> allowanceAt(Unit unit, long micros) {
        return account(unit).allowances().of(calendar.monthOf(micros));
    }

    /** Allowances that must be given before something at an instant is counted. */
    public List<GrantGiven> missingAllowances(Unit unit, long micros) {
        int month = calendar.monthOf(micros);
        List<Integer> missing = account(unit).allowances().missingThrough(month);
        if (missing.isEmpty()) {
            return List.of();
        }
        List<GrantGiven> grants = new ArrayList<>();
        for (int each : missing) {
            account(unit).allowances().of(each).ifPresent(allowance -> grants.add(allowanceOf(unit, each, allowance)));
        }
        return grants;
    }

    /** The allowances from the current month on as the terms have them now, where they were given otherwise or not yet. */
    public List<GrantGiven> allowancesToAdjust(long now) {
        int current = calendar.monthOf(now);
        List<GrantGiven> changed = new ArrayList<>();
        accounts.forEach((unit, account) -> {
            SortedSet<Integer> months = new TreeSet<>(account.allowances().givenFrom(current));
            if (account.allowances().of(current).isPresent()) {
                months.add(current);
            }
            for (int month : months) {
                GrantGiven wanted =
                        allowanceOf(unit, month, account.allowances().of(month).orElse(NO_ALLOWANCE));
                if (account.grants().stream().noneMatch(grant -> grant.given().equals(wanted))) {
                    changed.add(wanted);
                }
            }
        });
        return changed;
    }

    private GrantGiven allowanceOf(Unit unit, int month, Allowance allowance) {
        boolean stays = account(unit).allowances().rollsOver(month);
        return new GrantGiven(
                id,
                "allowance/" + MonthCalendar.nameOf(month),
                unit,
                Grant.Kind.ALLOWANCE,
                allowance.amount().milli(),
                calendar.startOf(month),
                stays ? Micros.NEVER : calendar.startOf(month + 1),
                Grant.ALLOWANCE_PRIORITY,
                month);
    }

    void apply(TermsSet set) {
        terms = Optional.of(set.terms());
        calendar = new MonthCalendar(set.terms().zone());
        int month = calendar.monthOf(set.since());
        accounts.forEach((unit, account) -> {
            Optional<Allowance> allowance =
                    Optional.ofNullable(set.terms().allowances().get(unit));
            if (!account.allowances().of(month).equals(allowance)) {
                account.allowances().set(month, allowance);
            }
        });
    }

    void apply(GrantGiven given) {
        if (!given.isMonthlyAllowance()) {
            grantIds.add(given.id());
            account(given.unit()).addTurnover(given.amountMilli());
        }
        account(given.unit()).give(given, calendar);
    }

    Set<String> grantIds() {
        return Collections.unmodifiableSet(grantIds);
    }

    void restore(Optional<Terms> storedTerms, Set<String> storedGrantIds, long storedLastNumber) {
        lastNumber = storedLastNumber;
        terms = storedTerms;
        calendar = new MonthCalendar(storedTerms.orElse(NO_TERMS).zone());
        grantIds.addAll(storedGrantIds);
    }

    void hold(Held held, int sign) {
        held.amounts().forEach((unit, amount) -> account(unit).addReserved(sign * amount.milli()));
    }
}
