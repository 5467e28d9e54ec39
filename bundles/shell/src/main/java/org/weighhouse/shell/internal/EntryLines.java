package org.weighhouse.shell.internal;

import java.time.ZoneId;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.ledger.LedgerEntry;

/** Shows entries, one a line: when, how much it cost, how many it was, its id, and what is known of it. */
final class EntryLines {

    private EntryLines() {}

    static String line(LedgerEntry entry, ZoneId zone) {
        StringBuilder line = new StringBuilder("%s  %14s  %8s  %s"
                .formatted(
                        Shown.second(entry.time(), zone),
                        Shown.amount(entry.amount()),
                        Shown.count(entry.measures().quantity()),
                        entry.id()));
        if (!entry.source().isEmpty()) {
            line.append(" from ").append(entry.source());
        }
        for (Dimension dimension : Dimension.values()) {
            String value = entry.attribution().get(dimension);
            if (!value.isEmpty()) {
                line.append("  ").append(dimension.key()).append('=').append(value);
            }
        }
        if (!entry.reference().isNone()) {
            line.append("  reference ").append(entry.reference());
        }
        if (!entry.corrects().isEmpty()) {
            line.append("  corrects ").append(entry.corrects());
        }
        return line.toString();
    }
}
