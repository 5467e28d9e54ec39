package org.weighhouse.report.internal.usage;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;

/**
 * Reads usage day by day, a few days a query, so that memory does not grow with the period. CSV and PDF are both made
 * of these rows, and each row is read once a report: that is why a report's figures always add up, even while the
 * ledger goes on counting.
 */
public final class UsageDays {

    private static final Dimension[] ALL = Dimension.values();

    private final UsageQueries usage;
    private final int daysPerQuery;

    public UsageDays(UsageQueries usage, int daysPerQuery) {
        this.usage = usage;
        this.daysPerQuery = daysPerQuery;
    }

    /** Takes rows in {@link DayRow#ORDER}. */
    @FunctionalInterface
    public interface Each {
        void accept(DayRow row) throws IOException;
    }

    /** Hands over every row with usage from the first to the last day, both included. */
    public void forEach(Workspace workspace, LocalDate first, LocalDate last, Each each) throws IOException {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(daysPerQuery)) {
            LocalDate end = day.plusDays(daysPerQuery - 1L);
            for (DayRow row : read(workspace, day, end.isAfter(last) ? last : end)) {
                each.accept(row);
            }
        }
    }

    private List<DayRow> read(Workspace workspace, LocalDate first, LocalDate last) {
        TimeRange range = TimeRange.ofDays(first, last, workspace.zone());
        return Arrays.stream(Unit.values())
                .flatMap(unit -> read(workspace, range, unit))
                .filter(row -> !row.isEmpty())
                .sorted(DayRow.ORDER)
                .toList();
    }

    private Stream<DayRow> read(Workspace workspace, TimeRange range, Unit unit) {
        UsageQuery query = UsageQuery.total(workspace.id(), unit, range, workspace.zone())
                .by(ALL)
                .per(Window.DAY);
        return usage.query(query).stream()
                .map(row -> new DayRow(
                        row.slice().from().atZone(workspace.zone()).toLocalDate(),
                        unit,
                        attribution(row),
                        row.usage()));
    }

    private static Attribution attribution(UsageRow row) {
        Attribution attribution = Attribution.NONE;
        for (int i = 0; i < ALL.length; i++) {
            attribution = attribution.with(ALL[i], row.group().get(i));
        }
        return attribution;
    }
}
