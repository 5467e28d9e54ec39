package org.weighhouse.ledger.internal.engine;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The model's grants and what was used beyond them. */
final class ModelCredits {

    private List<Credit> credits = new ArrayList<>();
    private TreeMap<Instant, Long> overage = new TreeMap<>();

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

    void add(YearMonth month, String id, long amount, long burned, Instant from, Instant expires, int priority) {
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

    void charge(Instant time, long cost) {
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

    void giveBack(Instant time, long cost) {
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

    static Instant quarter(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond() / 900 * 900);
    }

    List<YearMonth> monthsFrom(YearMonth first) {
        return credits.stream()
                .filter(credit -> credit.month != null && !credit.month.isBefore(first))
                .map(credit -> credit.month)
                .toList();
    }

    boolean isGiven(YearMonth month) {
        return credits.stream().anyMatch(credit -> month.equals(credit.month));
    }

    /** Takes a month's allowance away; returns what was burned of it. */
    long removeAllowance(YearMonth month) {
        long burned = credits.stream()
                .filter(credit -> month.equals(credit.month))
                .mapToLong(credit -> credit.burned)
                .sum();
        credits.removeIf(credit -> month.equals(credit.month));
        return burned;
    }

    long remaining(Instant at) {
        return credits.stream()
                .filter(credit -> credit.validAt(at))
                .mapToLong(credit -> credit.amount - credit.burned)
                .sum();
    }

    /** What the credits gave that can be used at a time. */
    long given(Instant at) {
        return credits.stream()
                .filter(credit -> credit.validAt(at))
                .mapToLong(credit -> credit.amount)
                .sum();
    }

    long overageBetween(Instant from, Instant to) {
        return overage.subMap(from, to).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    ModelCredits copy() {
        ModelCredits copy = new ModelCredits();
        credits.forEach(credit -> copy.credits.add(credit.copy()));
        copy.overage.putAll(overage);
        return copy;
    }

    void becomes(ModelCredits other) {
        credits = other.credits;
        overage = other.overage;
    }
}
