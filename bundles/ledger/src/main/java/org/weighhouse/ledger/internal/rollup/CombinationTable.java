package org.weighhouse.ledger.internal.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;

/** Small numbers for combinations of dimensions. Not thread-safe, but {@link #find} changes nothing. */
final class CombinationTable {

    private final Map<Combination, Integer> numbers = new HashMap<>();
    private final List<Attribution> combinations = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();

    /** The number of an attribution's combination, or -1. */
    int find(Attribution attribution) {
        return numbers.getOrDefault(new Combination(attribution), -1);
    }

    int add(Attribution attribution) {
        int known = find(attribution);
        if (known >= 0) {
            return known;
        }
        Attribution shared = share(attribution);
        combinations.add(shared);
        numbers.put(new Combination(shared), combinations.size() - 1);
        return combinations.size() - 1;
    }

    Attribution get(int number) {
        return combinations.get(number);
    }

    private Attribution share(Attribution key) {
        Attribution shared = Attribution.NONE;
        for (Dimension dimension : Dimension.values()) {
            shared = shared.with(dimension, share(key.get(dimension)));
        }
        return shared;
    }

    private String share(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }
}
