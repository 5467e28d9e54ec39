package org.weighhouse.gateway.internal.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** What the texts of a question are read against. */
    record Context(RestRequest request, Unit unit, TimeRange currentMonth, Instant now, int maxWindows) {}

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
                zone(asked.windowTimeZone().orElse("UTC")));
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
                .orElseThrow(() -> malformed(
                        "groupBy and filterGroupBy know channel, kind, campaign, flow, feature, model, subject"));
    }

    private static Window window(String asked) {
        return switch (asked) {
            case "" -> Window.TOTAL;
            case "QUARTER_HOUR", "HOUR", "DAY", "WEEK", "MONTH" -> Window.valueOf(asked);
            default -> throw malformed("windowSize must be QUARTER_HOUR, HOUR, DAY, WEEK or MONTH");
        };
    }

    private static ZoneId zone(String asked) {
        try {
            ZoneId zone = ZoneId.of(asked);
            if (zone.normalized() instanceof ZoneOffset offset
                    && offset.getTotalSeconds() % UsageQuery.CELL.toSeconds() != 0) {
                throw malformed("windowTimeZone must be off UTC by whole quarters of an hour");
            }
            return zone;
        } catch (DateTimeException unknown) {
            throw malformed("windowTimeZone must be a time zone such as UTC or Europe/Vienna");
        }
    }

    private static TimeRange range(MeterQuestion asked, Context context) {
        Instant from = asked.from()
                .map(text -> aligned("from", instant("from", text)))
                .orElse(context.currentMonth().from());
        Instant to = asked.to()
                .map(text -> end(instant("to", text), context.now()))
                .orElse(context.currentMonth().to());
        if (to.isBefore(from)) {
            throw malformed("from must not be after to");
        }
        return new TimeRange(from, to);
    }

    private static Instant instant(String name, String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException notRfc3339) {
            throw malformed(name + " must be of RFC 3339, such as 2026-11-01T00:00:00Z");
        }
        throw malformed(name + " must lie between 1970 and 9999");
    }

    /** Usage is kept in cells of a quarter of an hour; a boundary inside one would count it twice or not at all. */
    private static Instant aligned(String name, Instant instant) {
        if (!instant.equals(cellStart(instant))) {
            throw malformed(name + " must be on a quarter of an hour, for usage is kept by the quarter hour");
        }
        return instant;
    }

    /** An end inside the cell that is still running, or later, is the end of its cell: a client may ask up to now. */
    private static Instant end(Instant to, Instant now) {
        boolean running = !to.isBefore(cellStart(now));
        if (running && !to.equals(cellStart(to))) {
            return cellStart(to).plus(UsageQuery.CELL);
        }
        return aligned("to", to);
    }

    private static Instant cellStart(Instant instant) {
        long cell = UsageQuery.CELL.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), cell) * cell);
    }

    private static void limitWindows(TimeRange range, Window window, int most) {
        Duration shortest =
                switch (window) {
                    case TOTAL -> Duration.between(Instant.EPOCH, LATEST);
                    case QUARTER_HOUR -> UsageQuery.CELL;
                    case HOUR -> Duration.ofHours(1);
                    case DAY -> Duration.ofDays(1);
                    case WEEK -> Duration.ofDays(7);
                    case MONTH -> Duration.ofDays(28);
                };
        long windows = Duration.between(range.from(), range.to()).dividedBy(shortest);
        if (windows > most) {
            throw malformed("A query is cut into at most " + most + " windows; take a shorter range or longer windows");
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.malformed(detail + "."));
    }
}
