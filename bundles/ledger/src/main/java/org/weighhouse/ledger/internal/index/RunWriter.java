package org.weighhouse.ledger.internal.index;

import java.nio.file.Path;
import java.util.List;
import org.weighhouse.ledger.internal.files.StoredFileWriter;

/**
 * Writes sorted pairs from one or several sources as one {@link Run}, in two passes over the sources: one for the
 * filter, one for the pairs. Needs the same small memory whatever the number of pairs.
 */
final class RunWriter {

    private final Path folder;

    RunWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a new file and puts it on disk for good.
     *
     * @throws java.io.UncheckedIOException if the disk does not take it; what was written of the file stays there
     */
    Run write(String name, List<? extends SortedPairs> sources) {
        long count = sources.stream().mapToLong(SortedPairs::count).sum();
        try (StoredFileWriter writer = new StoredFileWriter(folder, name)) {
            writeHeader(writer, count);
            writeFilter(writer, sources, FilterBlock.blocks(count));
            long sum = writePairs(writer, new PairMerge(sources));
            return Run.open(folder, new StoredRun(writer.finish(), count, sum));
        }
    }

    private static void writeHeader(StoredFileWriter writer, long count) {
        writer.putInt(Run.MAGIC);
        writer.putInt(Run.VERSION);
        writer.putLong(count);
        while (writer.position() < Run.HEADER_BYTES) {
            writer.putLong(0);
        }
    }

    /** Within a block the order of the keys does not matter, so this pass need not merge. */
    private static void writeFilter(StoredFileWriter writer, List<? extends SortedPairs> sources, long blocks) {
        long[] next = new long[sources.size()];
        FilterBlock filter = new FilterBlock();
        long done = 0;
        for (long block = 0; block < blocks; block++) {
            long firstPair = done;
            for (int i = 0; i < next.length; i++) {
                long end = addBlock(filter, sources.get(i), next[i], block, blocks);
                done += end - next[i];
                next[i] = end;
            }
            filter.writeTo(writer, firstPair);
        }
    }

    private static long addBlock(FilterBlock filter, SortedPairs source, long from, long block, long blocks) {
        long at = from;
        while (at < source.count()) {
            long key = source.key(at);
            if (FilterBlock.blockOf(key, blocks) != block) {
                break;
            }
            filter.add(key);
            at++;
        }
        return at;
    }

    private static long writePairs(StoredFileWriter writer, PairMerge merge) {
        long sum = 0;
        while (merge.next()) {
            writer.putLong(merge.key());
            writer.putLong(merge.value());
            sum += PairSum.of(merge.key(), merge.value());
        }
        return sum;
    }
}
