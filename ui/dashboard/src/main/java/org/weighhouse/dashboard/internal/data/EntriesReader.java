package org.weighhouse.dashboard.internal.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.UsageQueries;

/** Reads why a number of a breakdown is what it is. Thread-safe. */
public final class EntriesReader {

    /** Most entries that are shown; reading ends with the first one more. */
    public static final int MAX_LINES = 200;

    private final UsageQueries queries;
    private final Names names;

    public EntriesReader(UsageQueries queries, Channels channels) {
        this.queries = queries;
        this.names = new Names(channels);
    }

    /**
     * Reads the journal, which may take a while: never under the lock of a page.
     *
     * @param key the row's value; empty for "not said"
     * @param wanted asked at each entry; reading ends early, with what there is, when it is false
     */
    public Entries read(Question question, String key, BooleanSupplier wanted) {
        List<EntryLine> lines = new ArrayList<>();
        boolean complete = true;
        try {
            queries.explain(UsageReader.query(question).where(Map.of(question.by(), Set.of(key))), entry -> {
                if (lines.size() == MAX_LINES || !wanted.getAsBoolean()) {
                    throw new Enough();
                }
                lines.add(line(entry));
            });
        } catch (Enough enough) {
            complete = false;
        }
        Amount sum = lines.stream().map(EntryLine::amount).reduce(Amount.ZERO, Amount::plus);
        return new Entries(lines, complete, sum);
    }

    private EntryLine line(LedgerEntry entry) {
        return new EntryLine(
                entry.sequence(),
                entry.time(),
                entry.id(),
                about(entry.attribution()),
                entry.corrects(),
                entry.amount());
    }

    private String about(Attribution attribution) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> !attribution.get(dimension).isEmpty())
                .map(dimension -> names.label(dimension, attribution.get(dimension)))
                .collect(Collectors.joining(" · "));
    }

    /** Ends a reading; no failure, so it has no stack trace. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough", null, false, false);
        }
    }
}
