package org.weighhouse.ledger.internal.checkpoint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weighhouse.ledger.internal.files.StoredFile;
import org.weighhouse.ledger.internal.index.StoredRun;
import org.weighhouse.ledger.internal.rollup.StoredCells;

/**
 * What a checkpoint consists of: everything that the journal amounts to up to a row.
 *
 * @param number grows from checkpoint to checkpoint; part of the names of the files written for it
 * @param point the journal row it stands for
 * @param book balances, grants and holds
 */
public record Manifest(long number, Point point, StoredFile book, List<StoredRun> runs, StoredCells cells) {
    public Manifest {
        runs = List.copyOf(runs);
    }

    /** Every file that belongs to it. */
    public Stream<StoredFile> files() {
        return Stream.of(Stream.of(book), runs.stream().map(StoredRun::file), cells.files())
                .flatMap(files -> files);
    }

    public Set<String> fileNames() {
        return files().map(StoredFile::name).collect(Collectors.toSet());
    }
}
