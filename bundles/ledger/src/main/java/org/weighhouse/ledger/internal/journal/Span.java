package org.weighhouse.ledger.internal.journal;

import java.util.List;

/** Rows that follow each other, by their numbers. */
record Span(long first, long last) {

    /** Adds a number, larger than all before, to the last span or as a new one. */
    static void add(List<Span> spans, long number) {
        if (!spans.isEmpty() && spans.getLast().last() == number - 1) {
            spans.add(new Span(spans.removeLast().first(), number));
        } else {
            spans.add(new Span(number, number));
        }
    }
}
