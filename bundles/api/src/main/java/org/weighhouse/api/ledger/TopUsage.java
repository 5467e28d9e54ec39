package org.weighhouse.api.ledger;

import java.util.List;

/**
 * The groups of a query with the most usage.
 *
 * @param rows most first; equal ones by their group's text
 * @param others the sum over all other groups
 * @param otherGroups how many other groups there are
 */
public record TopUsage(List<UsageRow> rows, Usage others, int otherGroups) {
    public TopUsage {
        rows = List.copyOf(rows);
    }
}
