package org.weighhouse.api.ledger;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;

/**
 * A question to the roll-ups.
 *
 * @param range both ends on a {@link #CELL} boundary (UTC)
 * @param filter only cells whose dimension has one of these values; an empty map filters nothing
 * @param groupBy dimensions the result is split by; empty for one sum
 * @param window slices of time the result is split into; empty slices are left out
 * @param zone where the slices begin
 */
public record UsageQuery(
        WorkspaceId workspace,
        Unit unit,
        TimeRange range,
        Map<Dimension, Set<String>> filter,
        List<Dimension> groupBy,
        Window window,
        ZoneId zone) {

    /** Length of a roll-up cell. Every zone offset since 1972 is a multiple of it, so days and months are exact. */
    public static final Duration CELL = Duration.ofMinutes(15);

    /** @throws IllegalArgumentException if an end of the range is not on a cell boundary */
    public UsageQuery {
        filter = Map.copyOf(filter);
        groupBy = List.copyOf(groupBy);
        long cell = CELL.toSeconds();
        if (range.from().getEpochSecond() % cell != 0
                || range.from().getNano() != 0
                || range.to().getEpochSecond() % cell != 0
                || range.to().getNano() != 0) {
            throw new IllegalArgumentException("from and to must be on a quarter of an hour");
        }
    }

    /** One sum over the range. */
    public static UsageQuery total(WorkspaceId workspace, Unit unit, TimeRange range, ZoneId zone) {
        return new UsageQuery(workspace, unit, range, Map.of(), List.of(), Window.TOTAL, zone);
    }

    public UsageQuery by(Dimension... dimensions) {
        return new UsageQuery(workspace, unit, range, filter, List.of(dimensions), window, zone);
    }

    public UsageQuery per(Window slices) {
        return new UsageQuery(workspace, unit, range, filter, groupBy, slices, zone);
    }

    public UsageQuery where(Map<Dimension, Set<String>> only) {
        return new UsageQuery(workspace, unit, range, only, groupBy, window, zone);
    }
}
