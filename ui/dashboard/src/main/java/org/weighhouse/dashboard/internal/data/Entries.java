package org.weighhouse.dashboard.internal.data;

import java.util.List;
import org.weighhouse.api.Amount;

/**
 * The entries behind one row of a breakdown, as they were when they were read.
 *
 * @param lines oldest written first
 * @param complete whether these are all; otherwise they are the first {@link EntriesReader#MAX_LINES}
 * @param sum of these lines
 */
public record Entries(List<EntryLine> lines, boolean complete, Amount sum) {
    public Entries {
        lines = List.copyOf(lines);
    }
}
