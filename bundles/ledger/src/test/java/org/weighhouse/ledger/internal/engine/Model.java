package org.weighhouse.ledger.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final List<Credit> credits = new ArrayList<>();
    private final TreeMap<Instant, Long> overage = new TreeMap<>();
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

    private static final class Credit {
        YearMonth month;
        String id;
        long amount;
        long burned;
        Instant from;
        Instant expires;
        int priority;

        Credit copy() {
            Credit copy = new Credit();
            copy.month = month;
            copy.id = id;
            copy.amount = amount;
            copy.burned = burned;
            copy.from = from;
            copy.expires = expires;
            copy.priority = priority;
            return copy;
        }

        boolean validAt(Instant time) {
            return !time.isBefore(from) && time.isBefore(expires);
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
            return known.content.equals(content) ? Status.DUPLICATE : Status.CONFLICT;
        }
        Fact fact = new Fact(content, original, time, 0);
        facts.put(id, fact);
        giveAllowances(fact.original.time);
        // Moving to another campaign takes all back and charges anew; within the same one it is the difference.
        boolean moves = original != null && !campaignOf(fact.original).equals(content.getLast());
        if (moves) {
            giveBack(fact.original.time, fact.original.cost);
            charge(fact.original.time, cost);
        } else if (cost >= fact.original.cost) {
            charge(fact.original.time, cost - fact.original.cost);
        } else {
            giveBack(fact.original.time, fact.original.cost - cost);
        }
        fact.original.cost = cost;
        campaigns.put(fact.original, content.getLast());
        return Status.RECORDED;
    }

    private final Map<Fact, Object> campaigns = new HashMap<>();

    private Object campaignOf(Fact original) {
        return campaigns.get(original);
    }

    boolean give(int id, int amount, Instant from, Instant expires, int priority) {
        if (!grantIds.add(id)) {
            return false;
        }
        add(null, "g" + id, amount, 0, from, expires, priority);
        return true;
    }

    private void add(
            YearMonth month, String id, long amount, long burned, Instant from, Instant expires, int priority) {
        Credit credit = new Credit();
        credit.month = month;
        credit.id = id;
        credit.amount = amount;
        credit.burned = Math.min(burned, amount);
        credit.from = from;
        credit.expires = expires;
        credit.priority = priority;
        if (burned > amount) {
            overage.merge(quarter(from), burned - amount, Long::sum);
        }
        credits.add(credit);
        credits.sort(Comparator.<Credit>comparingInt(c -> c.priority)
                .thenComparing(c -> c.expires)
                .thenComparing(c -> c.from)
                .thenComparing(c -> c.id));
        credits.forEach(this::cover);
    }

    private void cover(Credit credit) {
        for (Map.Entry<Instant, Long> over : overage.entrySet()) {
            boolean inside = !over.getKey().isBefore(credit.from)
                    && !over.getKey().plusSeconds(900).isAfter(credit.expires);
            if (inside) {
                long part = Math.min(over.getValue(), credit.amount - credit.burned);
                credit.burned += part;
                over.setValue(over.getValue() - part);
            }
        }
    }

    private void charge(Instant time, long cost) {
        long left = cost;
        for (Credit credit : credits) {
            if (credit.validAt(time)) {
                long part = Math.min(left, credit.amount - credit.burned);
                credit.burned += part;
                left -= part;
            }
        }
        overage.merge(quarter(time), left, Long::sum);
    }

    private void giveBack(Instant time, long cost) {
        long left = cost;
        long over = Math.min(left, overage.getOrDefault(quarter(time), 0L));
        overage.merge(quarter(time), -over, Long::sum);
        left -= over;
        for (boolean valid : new boolean[] {true, false}) {
            for (Credit credit : credits.reversed()) {
                if (credit.validAt(time) == valid) {
                    long part = Math.min(left, credit.burned);
                    credit.burned -= part;
                    left -= part;
                }
            }
        }
        for (Map.Entry<Instant, Long> other : overage.entrySet()) {
            long part = Math.min(left, other.getValue());
            other.setValue(other.getValue() - part);
            left -= part;
        }
        credits.forEach(this::cover);
    }

    private static Instant quarter(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond() / 900 * 900);
    }

    void setTerms(Allowance allowance) {
        YearMonth month = monthOf(now);
        if (!terms.isEmpty() && terms.lastEntry().getValue().equals(allowance)) {
            return;
        }
        giveAllowances(now);
        terms.put(month, allowance);
        TreeSet<YearMonth> months = new TreeSet<>(List.of(month));
        credits.stream()
                .filter(credit -> credit.month != null && !credit.month.isBefore(month))
                .forEach(credit -> months.add(credit.month));
        months.forEach(this::replaceAllowance);
    }

    private void replaceAllowance(YearMonth month) {
        long burned = credits.stream()
                .filter(credit -> month.equals(credit.month))
                .mapToLong(credit -> credit.burned)
                .sum();
        credits.removeIf(credit -> month.equals(credit.month));
        addAllowance(month, burned);
    }

    /** The allowances of the time's month and of the months before it that roll over. */
    private void giveAllowances(Instant time) {
        if (terms.isEmpty()) {
            return;
        }
        YearMonth wanted = monthOf(time);
        for (YearMonth month = terms.firstKey(); month.isBefore(wanted); month = month.plusMonths(1)) {
            if (allowanceOf(month).rollsOver() && !isGiven(month)) {
                addAllowance(month, 0);
            }
        }
        if (!isGiven(wanted)) {
            addAllowance(wanted, 0);
        }
    }

    private boolean isGiven(YearMonth month) {
        return credits.stream().anyMatch(credit -> month.equals(credit.month));
    }

    private Allowance allowanceOf(YearMonth month) {
        return (terms.floorEntry(month) == null ? terms.firstEntry() : terms.floorEntry(month)).getValue();
    }

    private void addAllowance(YearMonth month, long burned) {
        boolean stays = allowanceOf(month).rollsOver() && !month.isBefore(terms.firstKey());
        Instant next = startOf(month.plusMonths(1));
        add(
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
        if (hard && amount > Math.max(0, remaining(now) - reserved())) {
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
        if (hold.state.equals("settled")) {
            return SettleOutcome.ALREADY_SETTLED;
        }
        boolean expired = hold.state.equals("expired");
        hold.state = "settled";
        put("e" + posting, List.of(0, cost, 0), null, BEGINNING, cost);
        return expired ? SettleOutcome.EXPIRED : SettleOutcome.SETTLED;
    }

    SettleOutcome release(int id) {
        HoldState hold = holds.get(id);
        if (hold == null) {
            return SettleOutcome.UNKNOWN;
        }
        String before = hold.state;
        hold.state = before.equals("open") ? "settled" : before;
        return switch (before) {
            case "open" -> SettleOutcome.SETTLED;
            case "expired" -> SettleOutcome.EXPIRED;
            default -> SettleOutcome.ALREADY_SETTLED;
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
        List<Credit> creditsBefore = credits.stream().map(Credit::copy).toList();
        Map<Instant, Long> overageBefore = Map.copyOf(overage);
        giveAllowances(at);
        List<Long> parts = partsOfGiven(at);
        credits.clear();
        credits.addAll(creditsBefore);
        overage.clear();
        overage.putAll(overageBefore);
        return parts;
    }

    private List<Long> partsOfGiven(Instant at) {
        YearMonth month = monthOf(at);
        long used = facts.values().stream()
                .filter(fact -> fact.original == fact && monthOf(fact.time).equals(month))
                .mapToLong(fact -> fact.cost)
                .sum();
        long reserved = month.equals(monthOf(now)) ? reserved() : 0;
        long over = overage.subMap(startOf(month), startOf(month.plusMonths(1))).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return List.of(used, reserved, Math.max(0, remaining(at) - reserved), over);
    }

    private long remaining(Instant at) {
        return credits.stream()
                .filter(credit -> credit.validAt(at))
                .mapToLong(credit -> credit.amount - credit.burned)
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
