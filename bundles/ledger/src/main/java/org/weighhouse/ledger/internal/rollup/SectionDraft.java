package org.weighhouse.ledger.internal.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Cells of a workspace and unit on one day, put together out of several parts. Not thread-safe. */
final class SectionDraft {

    private final TextTable texts;
    private final IntUnaryOperator keptAt;
    private final Map<StoredCombination, Integer> numbers = new HashMap<>();
    private final List<StoredCombination> combinations = new ArrayList<>();
    private final CellTable cells = new CellTable();
    private long total;

    /** @param keptAt the quarter that keeps the cells of a quarter */
    SectionDraft(TextTable texts, IntUnaryOperator keptAt) {
        this.texts = texts;
        this.keptAt = keptAt;
    }

    void add(DayCells part) {
        int[] numberOf = new int[part.combinations()];
        for (int i = 0; i < numberOf.length; i++) {
            numberOf[i] = numberOf(StoredCombination.of(part, i, texts));
        }
        part.eachCell(
                0,
                DayCells.QUARTERS,
                (quarter, combination, values, at, width) ->
                        cells.add(keptAt.applyAsInt(quarter), numberOf[combination], values, at, width));
        total = Math.addExact(total, part.total());
    }

    long total() {
        return total;
    }

    /** The section in the form that {@link DaySection} reads. */
    byte[] toBytes() {
        long[] order = combinationsByHash();
        int[] rank = new int[order.length];
        SectionBytes textIds = new SectionBytes();
        for (int i = 0; i < order.length; i++) {
            rank[(int) order[i]] = i;
            for (int text : combinations.get((int) order[i]).texts()) {
                textIds.putVarint(text);
            }
        }
        SectionBytes sums = sums(rank);
        SectionBytes all = new SectionBytes();
        all.putVarint(order.length);
        all.putByte(cells.width());
        all.putVarint(textIds.size());
        all.putVarint(sums.size());
        for (long each : order) {
            all.putInt((int) (each >> Integer.SIZE));
        }
        all.putAll(textIds);
        all.putAll(sums);
        putQuarters(rank, all);
        return all.toArray();
    }

    private int numberOf(StoredCombination combination) {
        Integer known = numbers.putIfAbsent(combination, combinations.size());
        if (known != null) {
            return known;
        }
        combinations.add(combination);
        return combinations.size() - 1;
    }

    /** Numbers of the combinations in the lower half, sorted by the hash in the upper half. */
    private long[] combinationsByHash() {
        long[] order = new long[combinations.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) combinations.get(i).hash() << Integer.SIZE | i;
        }
        Arrays.sort(order);
        return order;
    }

    private SectionBytes sums(int[] rank) {
        int columns = cells.width();
        long[] sums = new long[rank.length * columns];
        for (int i = 0; i < cells.size(); i++) {
            cells.visit(i, (quarter, combination, values, at, width) -> {
                int sum = rank[combination] * columns;
                for (int column = 0; column < columns; column++) {
                    sums[sum + column] = Math.addExact(sums[sum + column], values[at + column]);
                }
            });
        }
        SectionBytes bytes = new SectionBytes();
        for (long sum : sums) {
            bytes.putSigned(sum);
        }
        return bytes;
    }

    private void putQuarters(int[] rank, SectionBytes into) {
        long[] order = cellsByQuarter(rank);
        SectionBytes quarter = new SectionBytes();
        int at = 0;
        while (at < order.length) {
            int first = at;
            int number = cells.quarterAt((int) order[first]);
            quarter.clear();
            while (at < order.length && cells.quarterAt((int) order[at]) == number) {
                putCell((int) order[at], rank, quarter);
                at++;
            }
            into.putByte(number);
            into.putVarint(at - first);
            into.putVarint(quarter.size());
            into.putAll(quarter);
        }
    }

    private void putCell(int cell, int[] rank, SectionBytes into) {
        cells.visit(cell, (quarter, combination, values, at, width) -> {
            into.putVarint(rank[combination]);
            for (int i = 0; i < width; i++) {
                into.putSigned(values[at + i]);
            }
        });
    }

    /** Indexes of the cells in the lower half, sorted by the quarter and combination in the upper half. */
    private long[] cellsByQuarter(int[] rank) {
        long[] order = new long[cells.size()];
        for (int i = 0; i < order.length; i++) {
            long place = (long) cells.quarterAt(i) << CellTable.COMBINATION_BITS | rank[cells.combinationAt(i)];
            order[i] = place << Integer.SIZE | i;
        }
        Arrays.sort(order);
        return order;
    }
}
