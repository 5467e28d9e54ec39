package org.weighhouse.ledger.internal.book;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.weighhouse.api.ledger.Allowance;

/** Which allowance held from which month on, and for which months it was given. Not thread-safe. */
final class AllowanceHistory {

    private final NavigableMap<Integer, Optional<Allowance>> since = new TreeMap<>();
    private final NavigableSet<Integer> given = new TreeSet<>();

    /** Months before this one are given, where they roll over. */
    private int settledBefore;

    void set(int month, Optional<Allowance> allowance) {
        settledBefore = since.isEmpty() ? month : Math.min(settledBefore, month);
        since.put(month, allowance);
    }

    void markGiven(int month) {
        given.add(month);
        while (!since.isEmpty()
                && settledBefore <= month
                && (given.contains(settledBefore) || !rollsOver(settledBefore))) {
            settledBefore++;
        }
    }

    NavigableMap<Integer, Optional<Allowance>> since() {
        return Collections.unmodifiableNavigableMap(since);
    }

    int settledBefore() {
        return settledBefore;
    }

    void restore(Map<Integer, Optional<Allowance>> storedSince, Set<Integer> storedGiven, int storedSettledBefore) {
        since.putAll(storedSince);
        given.addAll(storedGiven);
        settledBefore = storedSettledBefore;
    }

    /** A month and the later ones that were given before their time, for what was dated ahead. */
    NavigableSet<Integer> givenFrom(int month) {
        return Collections.unmodifiableNavigableSet(given.tailSet(month, true));
    }

    /** The allowance of a month; of a month before the account was opened, the first one. */
    Optional<Allowance> of(int month) {
        if (since.isEmpty()) {
            return Optional.empty();
        }
        var entry = since.floorEntry(month);
        return entry == null ? since.firstEntry().getValue() : entry.getValue();
    }

    /** Whether what is left of a month's allowance stays; months before the account was opened never do. */
    boolean rollsOver(int month) {
        return !since.isEmpty()
                && month >= since.firstKey()
                && of(month).map(Allowance::rollsOver).orElse(false);
    }

    /** The months that must be given before something in {@code month} is counted, in order. */
    List<Integer> missingThrough(int month) {
        if (since.isEmpty() || month < settledBefore && given.contains(month)) {
            return List.of();
        }
        List<Integer> missing = new ArrayList<>();
        for (int earlier = settledBefore; earlier < month; earlier++) {
            if (rollsOver(earlier) && !given.contains(earlier)) {
                missing.add(earlier);
            }
        }
        if (of(month).isPresent() && !given.contains(month)) {
            missing.add(month);
        }
        return missing;
    }
}
