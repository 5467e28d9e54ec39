package org.weighhouse.ledger.internal.rollup;

import java.util.List;
import java.util.stream.Stream;
import org.weighhouse.ledger.internal.files.StoredFile;

/**
 * The files of a checkpoint's cells.
 *
 * @param days each with the cells of one day
 * @param ticks each with the ticks of some time of writing, oldest first
 * @param ticksFrom first UTC day, counted from 1970, of which there are all ticks
 */
public record StoredCells(List<StoredDay> days, List<StoredTickFile> ticks, int ticksFrom) {

    public static final StoredCells NONE = new StoredCells(List.of(), List.of(), 0);

    public StoredCells {
        days = List.copyOf(days);
        ticks = List.copyOf(ticks);
    }

    public Stream<StoredFile> files() {
        return Stream.concat(days.stream().map(StoredDay::file), ticks.stream().map(StoredTickFile::file));
    }
}
