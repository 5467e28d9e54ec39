package org.weighhouse.gateway.internal.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.weighhouse.api.catalog.Edition;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;

/** Rate cards and price books as the admin API shows them. */
final class ShownPrices {

    private ShownPrices() {}

    static Map<String, Object> edition(Edition<?> edition, Map<String, Object> content) {
        Map<String, Object> shown = new LinkedHashMap<>(content);
        shown.put("edition", edition.number());
        shown.put("savedAt", edition.savedAt().toString());
        return shown;
    }

    /** Without its rows: so many of each kind there are. */
    static Map<String, Object> outline(RateCard card) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("effectiveFrom", card.effectiveFrom().toString());
        shown.put("messageRates", card.messages().size());
        shown.put("tokenRates", card.tokens().size());
        return shown;
    }

    /** Without its rows: so many of each kind there are. */
    static Map<String, Object> outline(PriceBook book) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("effectiveFrom", book.effectiveFrom().toString());
        shown.put("messagePrices", book.messages().size());
        shown.put("modelPrices", book.models().size());
        return shown;
    }

    static Map<String, Object> shown(RateCard card) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("effectiveFrom", card.effectiveFrom().toString());
        shown.put("messages", card.messages().stream().map(ShownPrices::shown).toList());
        shown.put("tokens", card.tokens().stream().map(ShownPrices::shown).toList());
        return shown;
    }

    private static Map<String, Object> shown(RateCard.MessageRate rate) {
        Map<String, Object> shown = message(rate.channel(), rate.kind(), rate.market());
        shown.put("credits", rate.credits().toBigDecimal());
        return shown;
    }

    private static Map<String, Object> message(String channel, String kind, String market) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("channel", channel);
        shown.put("kind", kind);
        shown.put("market", market);
        return shown;
    }

    private static Map<String, Object> shown(RateCard.TokenRate rate) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("model", rate.model());
        shown.put("input", rate.input().toBigDecimal());
        shown.put("output", rate.output().toBigDecimal());
        shown.put("cacheRead", rate.cacheRead().toBigDecimal());
        shown.put("cacheWrite", rate.cacheWrite().toBigDecimal());
        shown.put("cacheWriteLong", rate.cacheWriteLong().toBigDecimal());
        shown.put("reasoning", rate.reasoning().toBigDecimal());
        return shown;
    }

    static Map<String, Object> shown(PriceBook book) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("effectiveFrom", book.effectiveFrom().toString());
        shown.put("messages", book.messages().stream().map(ShownPrices::shown).toList());
        shown.put("models", book.models().stream().map(ShownPrices::shown).toList());
        return shown;
    }

    private static Map<String, Object> shown(PriceBook.MessagePrice price) {
        Map<String, Object> shown = message(price.channel(), price.kind(), price.market());
        shown.put("each", price.each().toBigDecimal());
        return shown;
    }

    private static Map<String, Object> shown(PriceBook.ModelPrice price) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("provider", price.provider());
        shown.put("model", price.model());
        shown.put("fromInput", price.fromInput());
        shown.put("input", price.input());
        shown.put("output", price.output());
        shown.put("cacheRead", price.cacheRead());
        shown.put("cacheWrite", price.cacheWrite());
        shown.put("cacheWriteLong", price.cacheWriteLong());
        shown.put("reasoning", price.reasoning());
        shown.put("toolCall", price.toolCall());
        shown.put("minute", price.minute());
        return shown;
    }
}
