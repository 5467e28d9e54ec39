package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.ledger.LedgerEntry;

/** Prints entries as they come, up to a limit, and adds all of them up. Used by one thread. */
final class EntryLines implements Consumer<LedgerEntry> {

    private final PrintStream out;
    private final ZoneId zone;
    private final long limit;
    private long seen;
    private Amount sum = Amount.ZERO;

    EntryLines(PrintStream out, ZoneId zone, long limit) {
        this.out = out;
        this.zone = zone;
        this.limit = limit;
    }

    @Override
    public void accept(LedgerEntry entry) {
        sum = sum.plus(entry.amount());
        if (seen++ < limit) {
            out.println(line(entry));
        }
    }

    /** The last line, after all entries came. */
    void total() {
        String listed = seen > limit ? ", the first " + Shown.count(limit) + " of them listed" : "";
        out.println(
                "Sum of " + Shown.count(seen) + (seen == 1 ? " entry: " : " entries: ") + Shown.amount(sum) + listed);
    }

    private String line(LedgerEntry entry) {
        StringBuilder line = new StringBuilder(
                "%s  %14s  %s".formatted(Shown.second(entry.time(), zone), Shown.amount(entry.amount()), entry.id()));
        if (!entry.source().isEmpty()) {
            line.append(" from ").append(entry.source());
        }
        for (Dimension dimension : Dimension.values()) {
            String value = entry.attribution().get(dimension);
            if (!value.isEmpty()) {
                line.append("  ").append(dimension.key()).append('=').append(value);
            }
        }
        if (!entry.corrects().isEmpty()) {
            line.append("  corrects ").append(entry.corrects());
        }
        return line.toString();
    }
}
