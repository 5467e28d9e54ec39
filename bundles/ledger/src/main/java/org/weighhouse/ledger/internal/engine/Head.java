package org.weighhouse.ledger.internal.engine;

import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.book.Book;
import org.weighhouse.ledger.internal.memory.Fingerprint;
import org.weighhouse.ledger.internal.memory.Memory;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.JournalRecord;

/**
 * The state that the writer decides on. It runs ahead of what is durable by the group in the making, which is why
 * nobody else sees it, and why a write that fails is the writer's end: this state cannot go back.
 */
final class Head {

    private final Book book = new Book();
    private final Memory memory = new Memory();
    private Group group = new Group(1, 0);

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

    /** Takes a record read from the journal. */
    void replay(JournalRecord record) {
        book.apply(record);
        if (record instanceof EntryWritten entry) {
            memory.apply(entry);
        } else {
            rememberHold(record);
        }
    }

    /** Writes a record into the group. */
    void write(JournalRecord record) {
        book.apply(record);
        rememberHold(record);
        group.add(record);
    }

    /** Writes an entry into the group. */
    void write(EntryWritten entry, Fingerprint key, long contentHash) {
        book.apply(entry);
        memory.apply(entry, key, contentHash);
        group.add(entry);
    }

    /** Writes the allowances that must be there before something at an instant is counted. */
    void writeMissingAllowances(WorkspaceId workspace, Unit unit, long micros) {
        for (GrantGiven missing : book.workspace(workspace).missingAllowances(unit, micros)) {
            write(missing);
        }
    }

    private void rememberHold(JournalRecord record) {
        if (record instanceof Held held) {
            memory.apply(held);
        } else if (record instanceof HoldSettled settled) {
            memory.apply(settled);
        }
    }
}
