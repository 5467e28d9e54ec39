package org.weighhouse.dashboard.internal.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;

/** Turns rows of the ledger into what charts and tables show. Thread-safe. */
public final class UsageReader {

    private static final Comparator<Share> LARGEST_FIRST =
            Comparator.comparing(Share::amount).reversed().thenComparing(Share::label);

    private final UsageQueries queries;
    private final Names names;

    public UsageReader(UsageQueries queries, Names names) {
        this.queries = queries;
        this.names = names;
    }

    /** Largest share first. One query gives bars and sums, so they cannot differ. */
    public Breakdown read(Question question) {
        Slices slices = Slices.of(queries, question.days(), question.workspace());
        SortedMap<String, Tally> tallies = new TreeMap<>();
        for (UsageRow row : queries.query(query(question))) {
            tallies.computeIfAbsent(
                            row.group().getFirst(),
                            key -> new Tally(slices.starts().size()))
                    .add(row, slices.indexOf(row.slice().from()));
        }
        List<Share> shares = new ArrayList<>();
        tallies.forEach((key, tally) -> shares.add(tally.share(question.by(), key, shares.size())));
        shares.sort(LARGEST_FIRST);
        Usage used = shares.stream().map(Share::usage).reduce(Usage.NONE, Usage::plus);
        return new Breakdown(question, slices, shares, used);
    }

    static UsageQuery query(Question question) {
        var zone = question.workspace().zone();
        return UsageQuery.total(
                        question.workspace().id(),
                        question.unit(),
                        question.days().range(zone),
                        zone)
                .by(question.by())
                .per(question.days().window());
    }

    /** The sums of one value of the dimension. */
    private final class Tally {
        private final List<Amount> perSlice;
        private Usage usage = Usage.NONE;

        Tally(int slices) {
            perSlice = new ArrayList<>(Collections.nCopies(slices, Amount.ZERO));
        }

        void add(UsageRow row, int slice) {
            perSlice.set(slice, perSlice.get(slice).plus(row.usage().amount()));
            usage = usage.plus(row.usage());
        }

        Share share(Dimension by, String key, int position) {
            return new Share(key, names.label(by, key), names.color(by, key, position), usage, perSlice);
        }
    }
}
