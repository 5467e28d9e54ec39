package org.weighhouse.dashboard.internal.data;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.Window;

/** The bars of a chart: every slice of a span as the ledger cuts it, those without use included. */
public record Slices(List<Instant> starts, Window window) {

    public Slices {
        starts = List.copyOf(starts);
    }

    public static Slices of(UsageQueries queries, DaySpan days, Workspace workspace) {
        List<TimeRange> slices = queries.slices(days.range(workspace.zone()), days.window(), workspace.zone());
        return new Slices(slices.stream().map(TimeRange::from).toList(), days.window());
    }

    /** Index of the slice that holds an instant of the span. */
    public int indexOf(Instant instant) {
        int found = Collections.binarySearch(starts, instant);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    public List<String> labels(Formats formats) {
        return starts.stream().map(start -> label(start, formats)).toList();
    }

    private String label(Instant start, Formats formats) {
        return switch (window) {
            case MINUTE, QUARTER_HOUR, HOUR -> formats.hour(start);
            case MONTH -> formats.month(start);
            case DAY, WEEK, TOTAL -> formats.day(start);
        };
    }
}
