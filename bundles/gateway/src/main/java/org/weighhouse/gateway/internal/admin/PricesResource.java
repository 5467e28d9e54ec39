package org.weighhouse.gateway.internal.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.weighhouse.api.Amount;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.Instants;
import org.weighhouse.gateway.internal.rest.QueryRule;
import org.weighhouse.gateway.internal.rest.RestReply;
import org.weighhouse.gateway.internal.rest.RestRequest;

/** {@code rate-cards} and {@code price-books} of a workspace: what it is charged, and what the providers charge. */
record PricesResource(Neighbours neighbours, Clock clock) {

    private static final String TIME = "time";

    static final QueryRule AT_A_TIME = new QueryRule(Set.of(TIME), Set.of(), Set.of(), false);

    private static final Amount ONE = Amount.of(1);

    RestReply rateCard(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        return RestReply.json(200, shown(neighbours.workspaces().get().rateCard(workspace, time(request))));
    }

    RestReply priceBook(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        return RestReply.json(200, shown(neighbours.workspaces().get().priceBook(workspace, time(request))));
    }

    private Instant time(RestRequest request) {
        return request.instant(TIME).orElseGet(clock::instant);
    }

    RestReply putRateCard(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        Instant from = from(request);
        RateCard card = Fields.read(
                request,
                fields -> new RateCard(
                        from,
                        fields.rows("messages", PricesResource::messageRate),
                        fields.rows("tokens", PricesResource::tokenRate)));
        return Answers.orRefused(() -> {
            neighbours.workspaces().get().saveRateCard(workspace, card);
            return RestReply.json(200, shown(card));
        });
    }

    RestReply putPriceBook(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        Instant from = from(request);
        PriceBook book = Fields.read(
                request,
                fields -> new PriceBook(
                        from,
                        fields.rows("messages", PricesResource::messagePrice),
                        fields.rows("models", PricesResource::modelPrice)));
        return Answers.orRefused(() -> {
            neighbours.workspaces().get().savePriceBook(workspace, book);
            return RestReply.json(200, shown(book));
        });
    }

    private static Instant from(RestRequest request) {
        return Instants.parse("effectiveFrom", request.variable("effectiveFrom"));
    }

    private static String match(Fields fields, String name) {
        return fields.findText(name).orElse(RateCard.ANY);
    }

    private static RateCard.MessageRate messageRate(Fields fields) {
        return new RateCard.MessageRate(
                match(fields, "channel"), match(fields, "kind"), match(fields, "market"), fields.amount("credits"));
    }

    /** A bucket that is not named counts a token as a token. */
    private static RateCard.TokenRate tokenRate(Fields fields) {
        return new RateCard.TokenRate(
                match(fields, "model"),
                fields.findAmount("input").orElse(ONE),
                fields.findAmount("output").orElse(ONE),
                fields.findAmount("cacheRead").orElse(ONE),
                fields.findAmount("cacheWrite").orElse(ONE),
                fields.findAmount("cacheWriteLong").orElse(ONE),
                fields.findAmount("reasoning").orElse(ONE));
    }

    private static PriceBook.MessagePrice messagePrice(Fields fields) {
        return new PriceBook.MessagePrice(
                match(fields, "channel"), match(fields, "kind"), match(fields, "market"), fields.amount("each"));
    }

    /** The buckets are required: a price that was forgotten would be counted as free. */
    private static PriceBook.ModelPrice modelPrice(Fields fields) {
        return new PriceBook.ModelPrice(
                match(fields, "provider"),
                match(fields, "model"),
                fields.findWhole("fromInput").orElse(0L),
                fields.whole("input"),
                fields.whole("output"),
                fields.whole("cacheRead"),
                fields.whole("cacheWrite"),
                fields.whole("cacheWriteLong"),
                fields.whole("reasoning"),
                fields.findWhole("toolCall").orElse(0L),
                fields.findWhole("minute").orElse(0L));
    }

    private static Map<String, Object> shown(RateCard card) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("effectiveFrom", card.effectiveFrom().toString());
        shown.put(
                "messages", card.messages().stream().map(PricesResource::shown).toList());
        shown.put("tokens", card.tokens().stream().map(PricesResource::shown).toList());
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

    private static Map<String, Object> shown(PriceBook book) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("effectiveFrom", book.effectiveFrom().toString());
        shown.put(
                "messages", book.messages().stream().map(PricesResource::shown).toList());
        shown.put("models", book.models().stream().map(PricesResource::shown).toList());
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
