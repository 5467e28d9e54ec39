package org.weighhouse.ledger.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighhouse.ledger.internal.codec.RecordEncoder;
import org.weighhouse.ledger.internal.journal.Location;
import org.weighhouse.ledger.internal.journal.RowDraft;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.Placed;

/** The records of one commit in the making, and the answers to be given once they are durable. */
final class Group {

    private final long row;
    private final long firstEntry;
    private final long now;
    private final RecordEncoder encoder = new RecordEncoder();
    private final List<JournalRecord> records = new ArrayList<>();
    private final List<Placed> places = new ArrayList<>();
    private final List<Runnable> answers = new ArrayList<>();
    private long minTime = Long.MAX_VALUE;
    private long maxTime = Long.MIN_VALUE;

    /**
     * Begins a group.
     *
     * @param row number that its row will have
     * @param firstEntry sequence that its first entry will have
     */
    Group(long row, long firstEntry, long now) {
        this.row = row;
        this.firstEntry = firstEntry;
        this.now = now;
    }

    /** When this group is written, in microseconds. */
    long now() {
        return now;
    }

    long row() {
        return row;
    }

    /** Where the next entry or amendment will be. */
    long nextLocation() {
        return Location.of(row, places.size());
    }

    long nextSequence() {
        return firstEntry + places.size();
    }

    void add(JournalRecord record) {
        encoder.add(record);
        records.add(record);
        if (record instanceof Placed placed) {
            places.add(placed);
        }
        if (record instanceof EntryWritten entry) {
            minTime = Math.min(minTime, entry.time());
            maxTime = Math.max(maxTime, entry.time());
        }
    }

    Placed placed(int index) {
        return places.get(index);
    }

    /** How a hold ended, if it did so in this group. */
    Optional<HoldSettled> settled(HoldName hold) {
        for (JournalRecord record : records.reversed()) {
            if (record instanceof HoldSettled settled && settled.name().equals(hold)) {
                return Optional.of(settled);
            }
        }
        return Optional.empty();
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
        return new RowDraft(places.size(), minTime, maxTime, now, RecordEncoder.VERSION, encoder.toBytes());
    }
}
