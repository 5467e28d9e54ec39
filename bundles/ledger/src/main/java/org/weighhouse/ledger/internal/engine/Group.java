package org.weighhouse.ledger.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.weighhouse.ledger.internal.codec.RecordEncoder;
import org.weighhouse.ledger.internal.journal.RowDraft;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.JournalRecord;

/** The records of one commit in the making, and the answers to be given once they are durable. */
final class Group {

    private final long firstEntry;
    private final long now;
    private final RecordEncoder encoder = new RecordEncoder();
    private final List<JournalRecord> records = new ArrayList<>();
    private final List<EntryWritten> entries = new ArrayList<>();
    private final List<Runnable> answers = new ArrayList<>();
    private long minTime = Long.MAX_VALUE;
    private long maxTime = Long.MIN_VALUE;

    Group(long firstEntry, long now) {
        this.firstEntry = firstEntry;
        this.now = now;
    }

    /** When this group is written, in microseconds. */
    long now() {
        return now;
    }

    long nextSequence() {
        return firstEntry + entries.size();
    }

    void add(JournalRecord record) {
        encoder.add(record);
        records.add(record);
        if (record instanceof EntryWritten entry) {
            entries.add(entry);
            minTime = Math.min(minTime, entry.time());
            maxTime = Math.max(maxTime, entry.time());
        }
    }

    boolean has(long sequence) {
        return sequence >= firstEntry && sequence < nextSequence();
    }

    EntryWritten entry(long sequence) {
        return entries.get((int) (sequence - firstEntry));
    }

    void answer(Runnable answer) {
        answers.add(answer);
    }

    List<Runnable> answers() {
        return answers;
    }

    List<JournalRecord> records() {
        return records;
    }

    RowDraft toDraft() {
        return new RowDraft(entries.size(), minTime, maxTime, now, RecordEncoder.VERSION, encoder.toBytes());
    }
}
