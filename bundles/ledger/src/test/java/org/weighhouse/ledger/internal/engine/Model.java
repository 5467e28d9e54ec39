package org.weighhouse.ledger.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Receipt.Status;
import org.weighhouse.api.ledger.SettleOutcome;

/** A plain, slow ledger of one account in UTC, written to be obviously right: whole credits, instants, lists. */
final class Model {

    static final Instant BEGINNING = Instant.parse("2026-11-23T10:00:00Z");

    Instant now = BEGINNING;
    private final Map<String, Fact> facts = new HashMap<>();
    private final ModelCredits credits = new ModelCredits();
    private final Map<Integer, HoldState> holds = new HashMap<>();
    private final Set<Integer> grantIds = new HashSet<>();
    private final TreeMap<YearMonth, Allowance> terms = new TreeMap<>();

    /** What was written under an id; a correction stands for what it corrected. */
    private static final class Fact {
        final List<Object> content;
        final Fact original;
        final Instant time;
        long cost;

        Fact(List<Object> content, Fact original, Instant time, long cost) {
            this.content = content;
            this.original = original == null ? this : original;
            this.time = time;
            this.cost = cost;
        }
    }

    private static final class HoldState {
        long credits;
        Instant expires;
        String state = "open";
    }

    static Instant timeOf(int slot) {
        return BEGINNING.plus(Duration.ofHours(6L * slot));
    }

    Status write(int id, int slot, int cost, int campaign) {
        return put("e" + id, List.of(slot, cost, campaign), null, timeOf(slot), cost);
    }

    Status correct(int original, int id, int cost, int campaign) {
        List<Object> content = List.of("corrects", original, cost, campaign);
        Fact known = facts.get("c" + id);
        if (known == null && !facts.containsKey("e" + original)) {
            return Status.UNKNOWN_ORIGINAL;
        }
        return put("c" + id, content, facts.get("e" + original), BEGINNING, cost);
    }

    private Status put(String id, List<Object> content, Fact original, Instant time, long cost) {
        Fact known = facts.get(id);
        if (known != null) {
            return known.content.equals(content) ? Status.DUPLICATE : differs(known, content, original == null);
        }
        Fact fact = new Fact(content, original, time, 0);
        facts.put(id, fact);
        giveAllowances(fact.original.time);
        // Moving to another campaign takes all back and charges anew; within the same one it is the difference.
        boolean moves = original != null && !campaignOf(fact.original).equals(content.getLast());
        if (moves) {
            credits.giveBack(fact.original.time, fact.original.cost);
            credits.charge(fact.original.time, cost);
        } else if (cost >= fact.original.cost) {
            credits.charge(fact.original.time, cost - fact.original.cost);
        } else {
            credits.giveBack(fact.original.time, fact.original.cost - cost);
        }
        fact.original.cost = cost;
        campaigns.put(fact.original, content.getLast());
        return Status.RECORDED;
    }

    /** What a fact costs may depend on when it happened, so that only the campaign tells another fact. */
    private static Status differs(Fact known, List<Object> content, boolean isFact) {
        boolean otherTime = isFact
                && !known.content.getFirst().equals(content.getFirst())
                && known.content.getLast().equals(content.getLast());
        return otherTime ? Status.DUPLICATE_OTHER_TIME : Status.CONFLICT;
    }

    private final Map<Fact, Object> campaigns = new HashMap<>();

    private Object campaignOf(Fact original) {
        return campaigns.get(original);
    }

    boolean give(int id, int amount, Instant from, Instant expires, int priority) {
        if (!grantIds.add(id)) {
            return false;
        }
        credits.add(null, "g" + id, amount, 0, from, expires, priority);
        return true;
    }

    void setTerms(Allowance allowance) {
        YearMonth month = monthOf(now);
        if (!terms.isEmpty() && terms.lastEntry().getValue().equals(allowance)) {
            return;
        }
        giveAllowances(now);
        terms.put(month, allowance);
        TreeSet<YearMonth> months = new TreeSet<>(List.of(month));
        months.addAll(credits.monthsFrom(month));
        months.forEach(this::replaceAllowance);
    }

    private void replaceAllowance(YearMonth month) {
        long burned = credits.removeAllowance(month);
        addAllowance(month, burned);
    }

    /** The allowances of the time's month and of the months before it that roll over. */
    private void giveAllowances(Instant time) {
        if (terms.isEmpty()) {
            return;
        }
        YearMonth wanted = monthOf(time);
        for (YearMonth month = terms.firstKey(); month.isBefore(wanted); month = month.plusMonths(1)) {
            if (allowanceOf(month).rollsOver() && !credits.isGiven(month)) {
                addAllowance(month, 0);
            }
        }
        if (!credits.isGiven(wanted)) {
            addAllowance(wanted, 0);
        }
    }

    private Allowance allowanceOf(YearMonth month) {
        return (terms.floorEntry(month) == null ? terms.firstEntry() : terms.floorEntry(month)).getValue();
    }

    private void addAllowance(YearMonth month, long burned) {
        boolean stays = allowanceOf(month).rollsOver() && !month.isBefore(terms.firstKey());
        Instant next = startOf(month.plusMonths(1));
        credits.add(
                month,
                "allowance/" + month,
                allowanceOf(month).amount().milli() / 1_000,
                burned,
                startOf(month),
                stays ? Instant.MAX : next,
                100);
    }

    boolean reserve(int id, int amount, int minutes) {
        if (holds.containsKey(id)) {
            return true;
        }
        giveAllowances(now);
        boolean hard = !terms.isEmpty() && allowanceOf(monthOf(now)).limit() == Allowance.Limit.HARD;
        if (hard && amount > Math.max(0, credits.remaining(now) - reserved())) {
            return false;
        }
        HoldState hold = new HoldState();
        hold.credits = amount;
        hold.expires = now.plus(Duration.ofMinutes(minutes));
        holds.put(id, hold);
        return true;
    }

    SettleOutcome post(int id, int posting, int cost) {
        HoldState hold = holds.get(id);
        if (hold == null) {
            return SettleOutcome.UNKNOWN;
        }
        if (hold.state.equals("posted")) {
            return SettleOutcome.ALREADY_POSTED;
        }
        if (hold.state.equals("voided")) {
            return SettleOutcome.ALREADY_VOIDED;
        }
        if (facts.containsKey("e" + posting)) {
            return SettleOutcome.COUNTED_BEFORE;
        }
        boolean expired = hold.state.equals("expired");
        hold.state = "posted";
        put("e" + posting, List.of(0, cost, 0), null, BEGINNING, cost);
        return expired ? SettleOutcome.EXPIRED : SettleOutcome.SETTLED;
    }

    SettleOutcome voidHold(int id) {
        HoldState hold = holds.get(id);
        if (hold == null) {
            return SettleOutcome.UNKNOWN;
        }
        String before = hold.state;
        hold.state = before.equals("open") ? "voided" : before;
        return switch (before) {
            case "open" -> SettleOutcome.SETTLED;
            case "expired" -> SettleOutcome.EXPIRED;
            case "posted" -> SettleOutcome.ALREADY_POSTED;
            default -> SettleOutcome.ALREADY_VOIDED;
        };
    }

    void advance(int minutes) {
        now = now.plus(Duration.ofMinutes(minutes));
        holds.values().stream()
                .filter(hold -> hold.state.equals("open") && !now.isBefore(hold.expires))
                .forEach(hold -> hold.state = "expired");
    }

    /** Used, reserved, available and overage of the month of an instant. */
    List<Long> parts(Instant at) {
        // What would be, were the month's allowance given now; then back to what is.
        ModelCredits before = credits.copy();
        giveAllowances(at);
        List<Long> parts = partsOfGiven(at);
        credits.becomes(before);
        return parts;
    }

    private List<Long> partsOfGiven(Instant at) {
        Instant begin = startOf(monthOf(at));
        Instant end = startOf(monthOf(at).plusMonths(1));
        long used = usedBetween(begin, end);
        if (at.isBefore(now.minusSeconds(60))) {
            // What was used since is put back.
            long before = usedBetween(begin, at);
            long overSince = credits.overageBetween(ModelCredits.quarter(at), end);
            long back = Math.max(0, used - before - overSince);
            long left = Math.min(credits.given(at), credits.remaining(at) + back);
            return List.of(before, 0L, left, credits.overageBetween(begin, end) - overSince);
        }
        long reserved = monthOf(at).equals(monthOf(now)) ? reserved() : 0;
        return List.of(
                used, reserved, Math.max(0, credits.remaining(at) - reserved), credits.overageBetween(begin, end));
    }

    private long usedBetween(Instant from, Instant to) {
        return facts.values().stream()
                .filter(fact -> fact.original == fact && !fact.time.isBefore(from) && fact.time.isBefore(to))
                .mapToLong(fact -> fact.cost)
                .sum();
    }

    private long reserved() {
        return holds.values().stream()
                .filter(hold -> hold.state.equals("open"))
                .mapToLong(hold -> hold.credits)
                .sum();
    }

    static YearMonth monthOf(Instant time) {
        return YearMonth.from(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }

    static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
