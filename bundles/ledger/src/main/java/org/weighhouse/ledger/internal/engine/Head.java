package org.weighhouse.ledger.internal.engine;

import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.book.Book;
import org.weighhouse.ledger.internal.journal.Location;
import org.weighhouse.ledger.internal.memory.Memory;
import org.weighhouse.ledger.internal.memory.Past;
import org.weighhouse.ledger.internal.record.AmendmentSaid;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.Placed;

/**
 * The state that the writer decides on. It runs ahead of what is durable by the group in the making, which is why
 * nobody else sees it, and why a write that fails is the writer's end: this state cannot go back.
 */
final class Head implements Past {

    private final Book book;
    private final Memory memory;
    private final Past durable;
    private Group group = new Group(0, 1, 0);

    Head(Book book, Memory memory, Past durable) {
        this.book = book;
        this.memory = memory;
        this.durable = durable;
    }

    Book book() {
        return book;
    }

    Memory memory() {
        return memory;
    }

    Group group() {
        return group;
    }

    void begin(Group next) {
        group = next;
    }

    /** Takes the records of a row read from the journal. */
    void replay(long row, List<JournalRecord> records) {
        int places = 0;
        for (JournalRecord record : records) {
            book.apply(record);
            if (record instanceof EntryWritten entry) {
                memory.add(entry, Location.of(row, places++));
            } else if (record instanceof AmendmentSaid said) {
                memory.add(said, Location.of(row, places++));
            } else if (record instanceof HoldSettled settled) {
                memory.add(settled, row);
            }
        }
    }

    /** Writes a record that has no place of its own into the group. */
    void write(JournalRecord record) {
        book.apply(record);
        if (record instanceof HoldSettled settled) {
            memory.add(settled, group.row());
        }
        group.add(record);
    }

    /** Writes an amendment into the group. */
    void write(AmendmentSaid said) {
        book.apply(said);
        memory.add(said, group.nextLocation());
        group.add(said);
    }

    /** Writes an entry into the group. */
    void write(EntryWritten entry, long key) {
        book.apply(entry);
        memory.add(entry, group.nextLocation(), key);
        group.add(entry);
    }

    /** Writes the allowances that must be there before something at an instant is counted. */
    void writeMissingAllowances(WorkspaceId workspace, Unit unit, long micros) {
        List<GrantGiven> missing = book.workspace(workspace).missingAllowances(unit, micros);
        missing.forEach(this::write);
    }

    @Override
    public EntryWritten entry(long location) {
        if (placed(location) instanceof EntryWritten entry) {
            return entry;
        }
        throw new IllegalStateException("there is no entry at " + location);
    }

    @Override
    public Placed placed(long location) {
        return Location.row(location) == group.row()
                ? group.placed(Location.index(location))
                : durable.placed(location);
    }

    @Override
    public Optional<HoldSettled> settled(long row, HoldName hold) {
        return row == group.row() ? group.settled(hold) : durable.settled(row, hold);
    }
}
