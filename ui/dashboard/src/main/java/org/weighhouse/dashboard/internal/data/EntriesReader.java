package org.weighhouse.dashboard.internal.data;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;

/** Reads why a number of a breakdown is what it is, a page at a time. Thread-safe. */
public final class EntriesReader {

    /** Most entries that are read at a time. */
    public static final int PAGE = 200;

    private final UsageQueries queries;
    private final Names names;

    public EntriesReader(UsageQueries queries, Names names) {
        this.queries = queries;
        this.names = names;
    }

    /**
     * Reads the journal, which may take a while: never under the lock of a page.
     *
     * @param key the row's value; empty for "not said"
     * @param before what was read already, {@link Entries#NONE} at first
     * @return that and the next page
     */
    public Entries read(Question question, String key, Entries before) {
        UsageQuery row = UsageReader.query(question).where(Map.of(question.by(), Set.of(key)));
        EntryPage page = queries.explain(row, before.next(), PAGE);
        return before.and(new Entries(
                page.entries().stream().map(this::line).toList(),
                page.entries().stream().map(LedgerEntry::amount).reduce(Amount.ZERO, Amount::plus),
                page.entries().stream().map(LedgerEntry::measures).reduce(Measures.NONE, Measures::plus),
                page.next()));
    }

    private EntryLine line(LedgerEntry entry) {
        return new EntryLine(
                entry.sequence(),
                entry.time(),
                entry.id(),
                about(entry.attribution()),
                entry.corrects(),
                Counted.of(entry.unit(), entry.amount(), entry.measures()));
    }

    private String about(Attribution attribution) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> !attribution.get(dimension).isEmpty())
                .map(dimension -> names.label(dimension, attribution.get(dimension)))
                .collect(Collectors.joining(" · "));
    }
}
