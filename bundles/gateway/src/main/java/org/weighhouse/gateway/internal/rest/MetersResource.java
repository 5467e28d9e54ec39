package org.weighhouse.gateway.internal.rest;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.neighbour.Neighbours;

/** {@code /api/v1/meters}: what was used, as OpenMeter asks for it. */
record MetersResource(Neighbours neighbours, int maxWindows, Clock clock) {

    RestReply list(RestRequest request) {
        return RestReply.json(
                200, Arrays.stream(Unit.values()).map(MetersResource::describe).toList());
    }

    RestReply one(RestRequest request) {
        return RestReply.json(200, describe(unit(request)));
    }

    RestReply query(RestRequest request) {
        return answer(request, MeterQuestion.ofUrl(request));
    }

    RestReply queryByJson(RestRequest request) {
        return answer(request, MeterQuestion.ofJson(request.body()));
    }

    private RestReply answer(RestRequest request, MeterQuestion asked) {
        MeterQuery query = MeterQuery.of(
                asked, new MeterQuery.Context(request, unit(request), currentMonth(request.workspace()), maxWindows));
        MeterAnswer answer = MeterAnswer.of(query, rows(query.usage()));
        return MediaTypes.prefersCsv(request.headers()) ? answer.csv() : answer.json();
    }

    private List<UsageRow> rows(UsageQuery query) {
        UsageQueries usage = neighbours.usage().get();
        try {
            return usage.query(query);
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(Problem.malformed("An answer has at most " + UsageQueries.MAX_ROWS
                    + " rows; take a shorter range, longer windows or fewer groups."));
        }
    }

    private TimeRange currentMonth(WorkspaceId workspace) {
        ZoneId zone = neighbours
                .workspaces()
                .get()
                .find(workspace)
                .map(Workspace::zone)
                .orElse(ZoneOffset.UTC);
        ZonedDateTime first =
                clock.instant().atZone(zone).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        return TimeRange.ofDays(
                first.toLocalDate(), first.toLocalDate().plusMonths(1).minusDays(1), zone);
    }

    /** @throws ProblemException 404 for a slug that is no meter's */
    static Unit unit(RestRequest request) {
        return Unit.ofSlug(request.variable("slug"))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is no such meter. There are "
                                + Arrays.stream(Unit.values()).map(Unit::slug).collect(Collectors.joining(", "))
                                + ".")));
    }

    private static Map<String, Object> describe(Unit unit) {
        Map<String, Object> meter = new LinkedHashMap<>();
        meter.put("id", unit.slug());
        meter.put("slug", unit.slug());
        meter.put("description", description(unit));
        meter.put("aggregation", "SUM");
        meter.put("eventType", eventType(unit));
        Map<String, String> groupBy = new LinkedHashMap<>();
        List.of(Dimension.values()).forEach(dimension -> groupBy.put(dimension.key(), "$." + dimension.key()));
        meter.put("groupBy", groupBy);
        return meter;
    }

    private static String eventType(Unit unit) {
        return switch (unit) {
            case MESSAGE_CREDIT -> "message.sent";
            case AI_TOKEN -> "ai.tokens";
            case SUBSCRIBER -> "subscriber.active";
            case ENGAGEMENT, ENGAGEMENT_VALUE -> "engagement";
            case COST -> "message.sent, ai.tokens";
        };
    }

    private static String description(Unit unit) {
        return switch (unit) {
            case MESSAGE_CREDIT -> "Credits that messages cost; quantity counts the messages.";
            case AI_TOKEN -> "Tokens of AI calls, weighted; quantity counts the calls.";
            case SUBSCRIBER -> "People who were active, each once a month.";
            case ENGAGEMENT -> "Clicks, replies and conversions.";
            case ENGAGEMENT_VALUE -> "What engagements were worth, as they said.";
            case COST -> "What the providers charge, in millionths of the workspace's currency.";
        };
    }
}
