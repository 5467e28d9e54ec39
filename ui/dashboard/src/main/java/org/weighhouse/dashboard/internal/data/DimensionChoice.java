package org.weighhouse.dashboard.internal.data;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.ledger.UsageQueries;

/** What a page offers to break use down by. */
public final class DimensionChoice {

    /** Offered only where they tell something: many workspaces never say a market, or have one account and one key. */
    private static final Set<Dimension> WHERE_USED = EnumSet.of(Dimension.MARKET, Dimension.ACCOUNT, Dimension.KEY);

    /** Of the two largest groups, one has a name unless nobody named any. */
    private static final int ENOUGH = 2;

    private DimensionChoice() {}

    /** The dimensions that have values in the question's days, and the one it asks for. */
    public static List<Dimension> of(UsageQueries queries, Question question) {
        return Arrays.stream(Dimension.values())
                .filter(each ->
                        each == question.by() || !WHERE_USED.contains(each) || hasValues(queries, question, each))
                .toList();
    }

    private static boolean hasValues(UsageQueries queries, Question question, Dimension dimension) {
        return queries.top(UsageReader.query(question).by(dimension), ENOUGH).rows().stream()
                .anyMatch(row -> !row.group().getFirst().isEmpty());
    }
}
