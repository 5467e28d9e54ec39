package org.weighhouse.ledger.internal.book;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;

/** A book as bytes, for a checkpoint; {@link BookReader} reads them. */
public final class BookWriter {

    /** Of the form written here; a checkpoint of another form is not read, and the journal is replayed instead. */
    static final int VERSION = 2;

    private final DataOutputStream out;

    private BookWriter(DataOutputStream out) {
        this.out = out;
    }

    public static byte[] toBytes(Book book) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new BookWriter(new DataOutputStream(bytes)).write(book);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return bytes.toByteArray();
    }

    private void write(Book book) throws IOException {
        out.writeInt(VERSION);
        out.writeInt(book.workspaces().size());
        for (WorkspaceBook workspace : book.workspaces()) {
            write(workspace);
        }
        out.writeInt(book.openHolds().size());
        for (Held held : book.openHolds()) {
            write(held);
        }
    }

    private void write(WorkspaceBook workspace) throws IOException {
        out.writeUTF(workspace.id().value());
        Optional<Terms> terms = workspace.terms();
        out.writeBoolean(terms.isPresent());
        if (terms.isPresent()) {
            out.writeUTF(terms.get().zone().getId());
            out.writeByte(terms.get().allowances().size());
            for (Map.Entry<Unit, Allowance> each : terms.get().allowances().entrySet()) {
                out.writeByte(each.getKey().ordinal());
                write(Optional.of(each.getValue()));
            }
        }
        out.writeInt(workspace.grantIds().size());
        for (String id : workspace.grantIds()) {
            out.writeUTF(id);
        }
        out.writeLong(workspace.nextNumber() - 1);
        out.writeByte(Unit.values().length);
        for (Unit unit : Unit.values()) {
            write(workspace.account(unit));
        }
    }

    private void write(Account account) throws IOException {
        out.writeLong(account.reserved());
        out.writeLong(account.turnover());
        out.writeInt(account.grants().size());
        for (GrantState grant : account.grants()) {
            write(grant);
        }
        write(account.allowances());
        write(account.overage());
    }

    private void write(GrantState grant) throws IOException {
        GrantGiven given = grant.given();
        out.writeUTF(given.id());
        out.writeByte(given.kind().ordinal());
        out.writeLong(given.amountMilli());
        out.writeLong(given.from());
        out.writeLong(given.expires());
        out.writeInt(given.priority());
        out.writeInt(given.month());
        out.writeLong(grant.burned());
    }

    private void write(AllowanceHistory history) throws IOException {
        out.writeInt(history.since().size());
        for (Map.Entry<Integer, Optional<Allowance>> each : history.since().entrySet()) {
            out.writeInt(each.getKey());
            write(each.getValue());
        }
        Collection<Integer> given = history.givenFrom(Integer.MIN_VALUE);
        out.writeInt(given.size());
        for (int month : given) {
            out.writeInt(month);
        }
        out.writeInt(history.settledBefore());
    }

    private void write(Optional<Allowance> allowance) throws IOException {
        out.writeBoolean(allowance.isPresent());
        if (allowance.isPresent()) {
            out.writeLong(allowance.get().amount().milli());
            out.writeByte(allowance.get().limit().ordinal());
            out.writeBoolean(allowance.get().rollsOver());
        }
    }

    private void write(Overage overage) throws IOException {
        QuarterSeries slots = overage.slots();
        out.writeInt(overage.nextCompaction());
        out.writeInt(overage.fineFrom());
        out.writeInt(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            out.writeInt(slots.quarterAt(i));
            out.writeLong(slots.sumAt(i));
        }
    }

    private void write(Held held) throws IOException {
        out.writeLong(held.id().getMostSignificantBits());
        out.writeLong(held.id().getLeastSignificantBits());
        out.writeUTF(held.workspace().value());
        out.writeLong(held.expires());
        out.writeByte(held.amounts().size());
        for (Unit unit : Unit.values()) {
            if (held.amounts().containsKey(unit)) {
                out.writeByte(unit.ordinal());
                out.writeLong(held.amounts().get(unit).milli());
            }
        }
    }
}
