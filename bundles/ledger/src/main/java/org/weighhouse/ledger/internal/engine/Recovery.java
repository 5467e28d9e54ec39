package org.weighhouse.ledger.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.ledger.internal.book.Book;
import org.weighhouse.ledger.internal.book.BookReader;
import org.weighhouse.ledger.internal.checkpoint.CheckpointException;
import org.weighhouse.ledger.internal.checkpoint.CheckpointFolder;
import org.weighhouse.ledger.internal.checkpoint.Manifest;
import org.weighhouse.ledger.internal.checkpoint.Point;
import org.weighhouse.ledger.internal.codec.CodecException;
import org.weighhouse.ledger.internal.codec.JournalPage;
import org.weighhouse.ledger.internal.codec.JournalPages;
import org.weighhouse.ledger.internal.files.FileDamagedException;
import org.weighhouse.ledger.internal.files.MappedFile;
import org.weighhouse.ledger.internal.index.IndexSettings;
import org.weighhouse.ledger.internal.index.KeyIndex;
import org.weighhouse.ledger.internal.journal.JournalChain;
import org.weighhouse.ledger.internal.journal.JournalDamagedException;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.memory.Memory;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.rollup.Rollups;

/** Brings the state back: from the checkpoint, if there is one that fits, and from the rows written after it. */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(5);

    private final JournalStore store;
    private final CheckpointFolder folder;
    private final Clock clock;
    private final Settings settings;

    Recovery(JournalStore store, CheckpointFolder folder, Clock clock, Settings settings) {
        this.store = store;
        this.folder = folder;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Brings the state back.
     *
     * @throws JournalDamagedException if a row is not as it was written, or rows are missing
     * @throws CodecException if a row was written by a release this one cannot read
     */
    LedgerState run() {
        Instant start = Instant.now();
        LedgerState state = begin();
        long first = state.chain().lastSeq();
        long last = replay(state);
        LOG.info(
                "Journal of {} rows, {} entries: {} rows read after the checkpoint, in {} ms",
                state.chain().lastSeq(),
                state.chain().nextEntry() - 1,
                state.chain().lastSeq() - first,
                Duration.between(start, Instant.now()).toMillis());
        return new LedgerState(
                state.head(),
                state.view(),
                state.memory(),
                state.index(),
                state.chain(),
                state.pages(),
                state.checkpointer(),
                last);
    }

    private LedgerState begin() {
        Optional<Manifest> manifest = readManifest();
        manifest.ifPresent(this::requireSameJournal);
        if (manifest.isPresent()) {
            try {
                return restore(manifest.get());
            } catch (FileDamagedException | IOException | UncheckedIOException e) {
                dismiss(e);
            }
        }
        folder.deleteAllBut(Set.of());
        return assemble(new Book(), new Book(), newIndex(), newRollups(), new JournalChain(), Optional.empty());
    }

    private Optional<Manifest> readManifest() {
        try {
            return folder.read();
        } catch (CheckpointException e) {
            dismiss(e);
            return Optional.empty();
        }
    }

    /** The journal is the truth: without the checkpoint the start takes longer, and that is all. */
    private void dismiss(Exception damage) {
        LOG.warn(
                "The checkpoint in {} cannot be used and the whole journal is read instead: {}",
                folder.path(),
                damage.getMessage());
        folder.setAside();
    }

    /** A checkpoint is also a witness: rows that it saw must be there. */
    private void requireSameJournal(Manifest manifest) {
        Point point = manifest.point();
        long last = store.last().map(JournalRow::seq).orElse(0L);
        String otherwise = "; if the database was replaced or restored on purpose, delete the folder " + folder.path()
                + " and start again";
        if (last < point.row()) {
            throw new JournalDamagedException("the journal ends at row " + last + ", but its checkpoint has seen row "
                    + point.row() + ": rows are missing at its end" + otherwise);
        }
        if (point.row() > 0 && !Arrays.equals(store.row(point.row()).hash(), point.hash())) {
            throw new JournalDamagedException(
                    "journal row " + point.row() + " is not the one that its checkpoint has seen" + otherwise);
        }
    }

    private LedgerState restore(Manifest manifest) throws IOException {
        folder.requireFiles(manifest);
        folder.deleteAllBut(manifest.fileNames());
        MappedFile book = MappedFile.open(folder.path(), manifest.book());
        if (!book.isIntact()) {
            throw new FileDamagedException(manifest.book().name() + " has a wrong checksum");
        }
        byte[] bytes = book.getBytes(0, Math.toIntExact(book.length()));
        KeyIndex index = newIndex();
        index.restore(manifest.runs());
        Rollups rollups = newRollups();
        rollups.restore(manifest.cells());
        Point point = manifest.point();
        JournalChain chain = new JournalChain(point.row(), point.nextEntry(), point.hash());
        return assemble(BookReader.read(bytes), BookReader.read(bytes), index, rollups, chain, Optional.of(manifest));
    }

    private LedgerState assemble(
            Book headBook,
            Book viewBook,
            KeyIndex index,
            Rollups rollups,
            JournalChain chain,
            Optional<Manifest> manifest) {
        JournalPages pages = new JournalPages(store, settings.pageCacheBytes());
        JournalPast durable = new JournalPast(pages);
        Memory memory = new Memory(index, durable);
        View view = new View(viewBook, rollups, chain.lastSeq(), chain.nextEntry() - 1);
        Checkpointer checkpointer =
                new Checkpointer(new Checkpointer.Parts(folder, index, rollups, view), manifest, settings, clock);
        long recorded = manifest.map(found -> found.point().recorded()).orElse(0L);
        Head head = new Head(headBook, memory, durable);
        return new LedgerState(head, view, memory, index, chain, pages, checkpointer, recorded);
    }

    private KeyIndex newIndex() {
        return new KeyIndex(
                folder.path(), new IndexSettings(settings.checkpointEntries(), IndexSettings.DEFAULT_MERGE_FACTOR));
    }

    private Rollups newRollups() {
        return new Rollups(folder.path(), settings.cells());
    }

    /** Reads the rows after the checkpoint; returns when the last one was written. */
    private long replay(LedgerState state) {
        long lastRow = store.last().map(JournalRow::seq).orElse(0L);
        Progress progress = new Progress(lastRow, state.lastRecorded());
        store.readRows(state.chain().lastSeq() + 1, lastRow, row -> {
            state.chain().check(row);
            apply(row, state);
            progress.recorded = row.recorded();
            state.checkpointer().atEndOf(state.chain(), row.recorded());
            progress.tell(row.seq());
        });
        return progress.recorded;
    }

    private static void apply(JournalRow row, LedgerState state) {
        List<JournalRecord> records = new ArrayList<>();
        JournalPage.open(row).forEach(records::add);
        state.head().replay(row.seq(), records);
        state.view().apply(row.seq(), records);
    }

    /** How far reading is, told now and then. */
    private static final class Progress {
        private final long lastRow;
        private long recorded;
        private Instant next = Instant.now().plus(PROGRESS_INTERVAL);

        Progress(long lastRow, long recorded) {
            this.lastRow = lastRow;
            this.recorded = recorded;
        }

        void tell(long row) {
            if (Instant.now().isAfter(next)) {
                next = Instant.now().plus(PROGRESS_INTERVAL);
                LOG.info("Reading the journal: row {} of {}", row, lastRow);
            }
        }
    }
}
