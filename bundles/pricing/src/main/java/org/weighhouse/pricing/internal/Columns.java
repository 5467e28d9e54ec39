package org.weighhouse.pricing.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two kinds of rows in one sheet: the column {@code row} says which, then those of the one kind, then those of the other. */
final class Columns {

    private Columns() {}

    static List<String> together(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>();
        all.add("row");
        all.addAll(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /** A row of the second kind. */
    static List<Object> row(String kind, int columnsOfTheFirst, Object... values) {
        List<Object> all = new ArrayList<>();
        all.add(kind);
        all.addAll(Collections.nCopies(columnsOfTheFirst, ""));
        all.addAll(List.of(values));
        return all;
    }
}
