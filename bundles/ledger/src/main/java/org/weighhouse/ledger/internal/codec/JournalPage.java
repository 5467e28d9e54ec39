package org.weighhouse.ledger.internal.codec;

import java.time.Instant;
import java.util.function.Consumer;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.record.Placed;

/** A journal row opened for reading, from its beginning or in the middle. Thread-safe. */
public final class JournalPage {

    /** Of what a row takes beside its body. */
    private static final long BYTES_A_ROW = 512;

    private static final String WRONG_COUNT = "it does not have the entries it should have";

    private final JournalRow row;
    private final Dictionary dictionary;
    private final int[] starts;
    private final int firstRecord;

    private JournalPage(JournalRow row) {
        ByteSource source = new ByteSource(row.body());
        this.row = row;
        this.dictionary = new Dictionary(source);
        this.starts = readStarts(source, row.entryCount());
        this.firstRecord = source.position();
    }

    /**
     * Opens a row.
     *
     * @throws CodecException if it is of another version, or its bytes make no sense
     */
    public static JournalPage open(JournalRow row) {
        if (row.codecVersion() != RecordEncoder.VERSION) {
            throw new CodecException("journal row " + row.seq() + " has records of version " + row.codecVersion()
                    + ", and this release reads version " + RecordEncoder.VERSION
                    + "; start the release that wrote them, or a newer one");
        }
        try {
            return new JournalPage(row);
        } catch (CodecException e) {
            throw inRow(row, e);
        }
    }

    private static int[] readStarts(ByteSource source, int entryCount) {
        int wanted = (entryCount + RecordEncoder.ENTRIES_BETWEEN_STARTS - 1) / RecordEncoder.ENTRIES_BETWEEN_STARTS;
        if (source.readCount() != wanted) {
            throw new CodecException(WRONG_COUNT);
        }
        int[] starts = new int[wanted];
        int last = 0;
        for (int i = 0; i < wanted; i++) {
            last += source.readCount();
            starts[i] = last;
        }
        return starts;
    }

    public long seq() {
        return row.seq();
    }

    /** When it was written. */
    public Instant recorded() {
        return Micros.toInstant(row.recorded());
    }

    public int entryCount() {
        return row.entryCount();
    }

    /** About the memory that a row takes when it is opened: its texts are there twice. */
    static long bytesOf(JournalRow row) {
        return BYTES_A_ROW + 2L * row.body().length;
    }

    /** Whether a workspace may be in it. */
    public boolean mentions(WorkspaceId workspace) {
        return dictionary.has(workspace.value());
    }

    /**
     * One entry; at most some hundred records before it are read as well.
     *
     * @param index its place in the row
     * @throws CodecException if there is no entry, or the bytes make no sense
     */
    public EntryWritten entry(int index) {
        if (placed(index) instanceof EntryWritten entry) {
            return entry;
        }
        throw new CodecException("journal row " + row.seq() + " has no entry " + index);
    }

    /**
     * One entry or amendment; at most some hundred records before it are read as well.
     *
     * @param index its place in the row
     * @throws CodecException if there is none, or the bytes make no sense
     */
    public Placed placed(int index) {
        if (index < 0 || index >= row.entryCount()) {
            throw new CodecException("journal row " + row.seq() + " has no entry " + index);
        }
        int start = index / RecordEncoder.ENTRIES_BETWEEN_STARTS;
        long wanted = row.firstEntry() + index;
        try {
            RecordDecoder decoder = decoder(starts[start], start * RecordEncoder.ENTRIES_BETWEEN_STARTS);
            while (decoder.hasNext()) {
                if (decoder.next() instanceof Placed placed && placed.sequence() == wanted) {
                    return placed;
                }
            }
        } catch (CodecException e) {
            throw inRow(row, e);
        }
        throw new CodecException("journal row " + row.seq() + " ends before its entry " + index);
    }

    /**
     * Hands over every record, in order.
     *
     * @throws CodecException if the bytes make no sense, or there are more or fewer entries than there should be
     */
    public void forEach(Consumer<JournalRecord> each) {
        RecordDecoder decoder = decoder(0, 0);
        while (decoder.hasNext()) {
            JournalRecord next;
            try {
                next = decoder.next();
            } catch (CodecException e) {
                throw inRow(row, e);
            }
            each.accept(next);
        }
        if (decoder.nextPlace() != row.entryCount()) {
            throw inRow(row, new CodecException(WRONG_COUNT));
        }
    }

    private RecordDecoder decoder(int offset, int nextPlace) {
        ByteSource source = new ByteSource(row.body());
        source.moveTo(firstRecord + offset);
        return new RecordDecoder(source, dictionary, row.firstEntry(), nextPlace);
    }

    private static CodecException inRow(JournalRow row, CodecException e) {
        return new CodecException("journal row " + row.seq() + ": " + e.getMessage());
    }
}
