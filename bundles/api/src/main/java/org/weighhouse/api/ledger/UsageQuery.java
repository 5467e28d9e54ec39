package org.weighhouse.api.ledger;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;

/**
 * A question to the ledger, about any range of time: whole roll-up cells answer for its middle, entries for its ragged
 * ends, exactly.
 *
 * @param range any instants; looked at to the microsecond
 * @param filter only usage whose dimension has one of these values; an empty map filters nothing
 * @param groupBy dimensions the result is split by; empty for one sum
 * @param window slices of time the result is split into
 * @param zone where the slices begin
 * @param withEmpty whether slices in which nothing happened are answered too, with one row of no usage whose group is
 *     all empty texts; otherwise they are left out
 */
public record UsageQuery(
        WorkspaceId workspace,
        Unit unit,
        TimeRange range,
        Map<Dimension, Set<String>> filter,
        List<Dimension> groupBy,
        Window window,
        ZoneId zone,
        boolean withEmpty) {

    public UsageQuery {
        filter = Map.copyOf(filter);
        groupBy = List.copyOf(groupBy);
    }

    /** One sum over the range. */
    public static UsageQuery total(WorkspaceId workspace, Unit unit, TimeRange range, ZoneId zone) {
        return new UsageQuery(workspace, unit, range, Map.of(), List.of(), Window.TOTAL, zone, false);
    }

    public UsageQuery by(Dimension... dimensions) {
        return by(List.of(dimensions));
    }

    public UsageQuery by(List<Dimension> dimensions) {
        return new UsageQuery(workspace, unit, range, filter, dimensions, window, zone, withEmpty);
    }

    public UsageQuery per(Window slices) {
        return new UsageQuery(workspace, unit, range, filter, groupBy, slices, zone, withEmpty);
    }

    public UsageQuery where(Map<Dimension, Set<String>> only) {
        return new UsageQuery(workspace, unit, range, only, groupBy, window, zone, withEmpty);
    }

    public UsageQuery withEmptySlices() {
        return new UsageQuery(workspace, unit, range, filter, groupBy, window, zone, true);
    }
}
