package org.weighhouse.dashboard.internal.data;

import java.util.List;
import java.util.stream.Stream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.EntryPage;

/**
 * Entries behind one row of a breakdown, as they were when they were read.
 *
 * @param lines oldest written first
 * @param charged by these entries
 * @param measures of these entries
 * @param next where the entries after these begin; {@link EntryPage#END} if there are none
 */
public record Entries(List<EntryLine> lines, Amount charged, Measures measures, long next) {

    public static final Entries NONE = new Entries(List.of(), Amount.ZERO, Measures.NONE, EntryPage.START);

    public Entries {
        lines = List.copyOf(lines);
    }

    public boolean isComplete() {
        return next == EntryPage.END;
    }

    public Counted sum(Unit unit) {
        return Counted.of(unit, charged, measures);
    }

    /** These and the page that was read after them. */
    Entries and(Entries page) {
        return new Entries(
                Stream.concat(lines.stream(), page.lines.stream()).toList(),
                charged.plus(page.charged),
                measures.plus(page.measures),
                page.next);
    }
}
