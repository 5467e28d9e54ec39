package org.weighhouse.ledger.internal.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.Attribution;

/** Small numbers for combinations of dimensions, the subscriber left out. Not thread-safe. */
final class DimensionTable {

    private final Map<Attribution, Integer> numbers = new HashMap<>();
    private final List<Attribution> combinations = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private Attribution last = Attribution.NONE;
    private int lastNumber = -1;

    int numberOf(Attribution attribution) {
        Attribution key = attribution.subscriber().isEmpty() ? attribution : attribution.withSubscriber("");
        if (lastNumber >= 0 && key.equals(last)) {
            return lastNumber;
        }
        Integer known = numbers.get(key);
        lastNumber = known != null ? known : add(key);
        last = key;
        return lastNumber;
    }

    Attribution get(int number) {
        return combinations.get(number);
    }

    int size() {
        return combinations.size();
    }

    private int add(Attribution key) {
        Attribution shared = new Attribution(
                share(key.channel()),
                share(key.messageKind()),
                share(key.campaign()),
                share(key.automationFlow()),
                share(key.aiFeature()),
                share(key.model()),
                "");
        combinations.add(shared);
        numbers.put(shared, combinations.size() - 1);
        return combinations.size() - 1;
    }

    private String share(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }
}
