package org.weighhouse.gateway.internal.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;

/**
 * A meter query, understood.
 *
 * @param windowSize as it was asked; empty for one window over everything
 * @param showSubject whether rows name the subject
 */
record MeterQuery(UsageQuery usage, String windowSize, boolean showSubject) {

    static final String SUBJECT = "subject";

    private static final String DIMENSIONS =
            Arrays.stream(Dimension.values()).map(Dimension::key).collect(Collectors.joining(", "));

    /** What the texts of a question are read against. */
    record Context(RestRequest request, Unit unit, TimeRange currentMonth, int maxWindows) {}

    /** @throws ProblemException 400 for what is malformed, 403 for another's subject */
    static MeterQuery of(MeterQuestion asked, Context context) {
        asked.subjects().forEach(context.request()::requireOwn);
        Window window = window(asked.windowSize().orElse(""));
        TimeRange range = range(asked, context);
        limitWindows(range, window, context.maxWindows());
        List<Dimension> groupBy = new ArrayList<>();
        boolean showSubject = !asked.subjects().isEmpty();
        for (String key : asked.groupBy()) {
            if (key.equals(SUBJECT)) {
                showSubject = true;
            } else if (!groupBy.contains(dimension(key))) {
                groupBy.add(dimension(key));
            }
        }
        UsageQuery usage = new UsageQuery(
                context.request().workspace(),
                context.unit(),
                range,
                filter(asked, context.request()),
                groupBy,
                window,
                zone(asked.windowTimeZone().orElse("UTC")),
                asked.emptyWindows());
        return new MeterQuery(usage, asked.windowSize().orElse(""), showSubject);
    }

    private static Map<Dimension, Set<String>> filter(MeterQuestion asked, RestRequest request) {
        Map<Dimension, Set<String>> filter = new EnumMap<>(Dimension.class);
        asked.filters().forEach((key, values) -> {
            if (key.equals(SUBJECT)) {
                values.forEach(request::requireOwn);
            } else {
                filter.computeIfAbsent(dimension(key), any -> new HashSet<>()).addAll(values);
            }
        });
        return filter;
    }

    private static Dimension dimension(String key) {
        return Dimension.ofKey(key)
                .orElseThrow(() -> malformed("groupBy and filterGroupBy know " + DIMENSIONS + ", " + SUBJECT));
    }

    private static Window window(String asked) {
        return switch (asked) {
            case "" -> Window.TOTAL;
            case "MINUTE", "QUARTER_HOUR", "HOUR", "DAY", "WEEK", "MONTH" -> Window.valueOf(asked);
            default -> throw malformed("windowSize must be MINUTE, QUARTER_HOUR, HOUR, DAY, WEEK or MONTH");
        };
    }

    private static ZoneId zone(String asked) {
        try {
            return ZoneId.of(asked);
        } catch (DateTimeException unknown) {
            throw malformed("windowTimeZone must be a time zone such as UTC or Europe/Vienna");
        }
    }

    private static TimeRange range(MeterQuestion asked, Context context) {
        Instant from = asked.from()
                .map(text -> Instants.parse("from", text))
                .orElse(context.currentMonth().from());
        Instant to = asked.to()
                .map(text -> Instants.parse("to", text))
                .orElse(context.currentMonth().to());
        if (to.isBefore(from)) {
            throw malformed("from must not be after to");
        }
        return new TimeRange(from, to);
    }

    private static void limitWindows(TimeRange range, Window window, int most) {
        Duration length = Duration.between(range.from(), range.to());
        long windows =
                switch (window) {
                    case TOTAL -> 1;
                    case MINUTE -> length.toMinutes();
                    case QUARTER_HOUR -> length.dividedBy(Duration.ofMinutes(15));
                    case HOUR -> length.toHours();
                    case DAY -> length.toDays();
                    case WEEK -> length.toDays() / 7;
                    case MONTH -> length.toDays() / 28;
                };
        if (windows > most) {
            throw malformed("A query is cut into at most " + most + " windows; take a shorter range or longer windows");
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.malformed(detail + "."));
    }
}
