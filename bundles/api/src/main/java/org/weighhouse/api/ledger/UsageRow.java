package org.weighhouse.api.ledger;

import java.util.List;
import org.weighhouse.api.TimeRange;

/**
 * One row of an answer.
 *
 * @param slice the slice of time, cut to the query's range
 * @param group a value for each of the query's {@code groupBy}, in that order; empty text for "not said"
 */
public record UsageRow(TimeRange slice, List<String> group, Usage usage) {
    public UsageRow {
        group = List.copyOf(group);
    }
}
