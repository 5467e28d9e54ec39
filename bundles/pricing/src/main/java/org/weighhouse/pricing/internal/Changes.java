package org.weighhouse.pricing.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.PriceBook.ModelPrice;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.RateCard.TokenRate;
import org.weighhouse.api.pricing.PriceChange;

/** What one rate card or price book changes about another, in words. */
final class Changes {

    private Changes() {}

    static List<PriceChange> between(RateCard before, RateCard after) {
        List<PriceChange> changes = between(messages(before), messages(after));
        changes.addAll(between(tokens(before), tokens(after)));
        return List.copyOf(changes);
    }

    static List<PriceChange> between(PriceBook before, PriceBook after) {
        List<PriceChange> changes = between(messages(before), messages(after));
        changes.addAll(between(models(before), models(after)));
        return List.copyOf(changes);
    }

    private static Map<String, String> messages(RateCard card) {
        Map<String, String> rows = new LinkedHashMap<>();
        card.messages()
                .forEach(rate -> rows.putIfAbsent(
                        scope(rate.channel(), rate.kind(), rate.market()), rate.credits() + " credits"));
        return rows;
    }

    private static Map<String, String> messages(PriceBook book) {
        Map<String, String> rows = new LinkedHashMap<>();
        book.messages()
                .forEach(price -> rows.putIfAbsent(
                        scope(price.channel(), price.kind(), price.market()), Decimals.written(price.each())));
        return rows;
    }

    private static Map<String, String> tokens(RateCard card) {
        Map<String, String> rows = new LinkedHashMap<>();
        card.tokens().forEach(rate -> rows.putIfAbsent("model " + rate.model(), weights(rate)));
        return rows;
    }

    private static String weights(TokenRate rate) {
        return "input " + rate.input() + ", output " + rate.output() + ", cache read " + rate.cacheRead()
                + ", cache write " + rate.cacheWrite() + ", long " + rate.cacheWriteLong() + ", reasoning "
                + rate.reasoning();
    }

    private static Map<String, String> models(PriceBook book) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (ModelPrice price : book.models()) {
            String band = price.fromInput() == 0 ? "" : " from " + price.fromInput() + " input tokens";
            rows.putIfAbsent(scope(price.provider(), price.model()) + band, prices(price));
        }
        return rows;
    }

    private static String prices(ModelPrice price) {
        StringJoiner text = new StringJoiner(", ");
        text.add("input " + Decimals.written(price.input()));
        text.add("output " + Decimals.written(price.output()));
        text.add("cache read " + Decimals.written(price.cacheRead()));
        text.add("cache write " + Decimals.written(price.cacheWrite()));
        text.add("long " + Decimals.written(price.cacheWriteLong()));
        text.add("reasoning " + Decimals.written(price.reasoning()));
        if (price.toolCall() != 0) {
            text.add("tool call " + Decimals.written(price.toolCall()));
        }
        if (price.minute() != 0) {
            text.add("minute " + Decimals.written(price.minute()));
        }
        return text.toString();
    }

    private static String scope(String... matches) {
        return String.join(" / ", matches);
    }

    private static List<PriceChange> between(Map<String, String> before, Map<String, String> after) {
        List<PriceChange> changes = new ArrayList<>();
        after.forEach((row, value) -> {
            String was = before.getOrDefault(row, "");
            if (!was.equals(value)) {
                changes.add(new PriceChange(row, was, value));
            }
        });
        before.forEach((row, value) -> {
            if (!after.containsKey(row)) {
                changes.add(new PriceChange(row, value, ""));
            }
        });
        changes.addAll(order(before.keySet(), after.keySet()));
        return changes;
    }

    /** The first row that matches counts, so another order is a change, too. */
    private static List<PriceChange> order(Set<String> before, Set<String> after) {
        Set<String> was = new LinkedHashSet<>(before);
        was.retainAll(after);
        Set<String> is = new LinkedHashSet<>(after);
        is.retainAll(before);
        Iterator<String> other = is.iterator();
        for (String row : was) {
            String first = other.next();
            if (!row.equals(first)) {
                return List.of(new PriceChange("order of the rows", row + " comes first", first + " comes first"));
            }
        }
        return List.of();
    }
}
