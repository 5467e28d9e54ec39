package org.weighhouse.gateway.internal.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.weighhouse.api.Amount;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Edition;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.Instants;
import org.weighhouse.gateway.internal.rest.QueryRule;
import org.weighhouse.gateway.internal.rest.RestReply;
import org.weighhouse.gateway.internal.rest.RestRequest;

/** {@code rate-cards} and {@code price-books} of a workspace: what it is charged, and what the providers charge. */
record PricesResource(Neighbours neighbours, Clock clock) {

    private static final String TIME = "time";

    static final QueryRule AT_A_TIME = new QueryRule(Set.of(TIME), Set.of(), Set.of(), false);

    private static final String EDITION = "edition";

    static final QueryRule OF_AN_EDITION = new QueryRule(Set.of(EDITION), Set.of(), Set.of(), false);

    /** Sorts by date and edition. */
    private static final String PLACE = "%015d-%09d";

    private static final Amount ONE = Amount.of(1);

    RestReply rateCard(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        return RestReply.json(
                200, ShownPrices.shown(neighbours.workspaces().get().rateCard(workspace, time(request))));
    }

    RestReply priceBook(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        return RestReply.json(
                200, ShownPrices.shown(neighbours.workspaces().get().priceBook(workspace, time(request))));
    }

    RestReply rateCards(RestRequest request) {
        return outlines(
                request, neighbours.workspaces().get()::rateCards, RateCard::effectiveFrom, ShownPrices::outline);
    }

    RestReply priceBooks(RestRequest request) {
        return outlines(
                request, neighbours.workspaces().get()::priceBooks, PriceBook::effectiveFrom, ShownPrices::outline);
    }

    private <T> RestReply outlines(
            RestRequest request,
            Function<WorkspaceId, List<Edition<T>>> editions,
            Function<T, Instant> from,
            Function<T, Map<String, Object>> outline) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        return Answers.page(
                request,
                editions.apply(workspace),
                each -> PLACE.formatted(from.apply(each.content()).toEpochMilli(), each.number()),
                each -> ShownPrices.edition(each, outline.apply(each.content())));
    }

    RestReply oneRateCard(RestRequest request) {
        return one(request, neighbours.workspaces().get()::rateCards, RateCard::effectiveFrom, ShownPrices::shown);
    }

    RestReply onePriceBook(RestRequest request) {
        return one(request, neighbours.workspaces().get()::priceBooks, PriceBook::effectiveFrom, ShownPrices::shown);
    }

    private <T> RestReply one(
            RestRequest request,
            Function<WorkspaceId, List<Edition<T>>> editions,
            Function<T, Instant> from,
            Function<T, Map<String, Object>> shown) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        Instant wanted = from(request);
        Optional<Integer> number = request.parameter(EDITION).map(PricesResource::edition);
        Edition<T> found = Answers.orNotFound(
                editions.apply(workspace).stream()
                        .filter(each -> from.apply(each.content()).equals(wanted))
                        .filter(each -> number.isEmpty() || number.get() == each.number())
                        .reduce((before, later) -> later),
                "edition");
        return RestReply.json(200, ShownPrices.edition(found, shown.apply(found.content())));
    }

    private static int edition(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new ProblemException(Problem.malformed(EDITION + " must be a whole number from 1 on."));
        }
        return Integer.parseInt(text);
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
            return RestReply.json(200, ShownPrices.shown(card));
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
            return RestReply.json(200, ShownPrices.shown(book));
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
}
