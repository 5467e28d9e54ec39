package org.weighhouse.ledger.internal.book;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;

/** Reads what {@link BookWriter} wrote. */
public final class BookReader {

    private final DataInputStream in;

    private BookReader(DataInputStream in) {
        this.in = in;
    }

    /** @throws IOException if the bytes are of another version, or end too early */
    public static Book read(byte[] bytes) throws IOException {
        return new BookReader(new DataInputStream(new ByteArrayInputStream(bytes))).read();
    }

    private Book read() throws IOException {
        int version = in.readInt();
        if (version != BookWriter.VERSION) {
            throw new IOException("book of version " + version + ", not " + BookWriter.VERSION);
        }
        Book book = new Book();
        int workspaces = in.readInt();
        for (int i = 0; i < workspaces; i++) {
            readWorkspace(book);
        }
        int holds = in.readInt();
        for (int i = 0; i < holds; i++) {
            book.restore(readHeld());
        }
        return book;
    }

    private void readWorkspace(Book book) throws IOException {
        WorkspaceId id = new WorkspaceId(in.readUTF());
        WorkspaceBook workspace = book.workspace(id);
        Optional<Terms> terms = in.readBoolean() ? Optional.of(readTerms()) : Optional.empty();
        int grants = in.readInt();
        Set<String> grantIds = HashSet.newHashSet(grants);
        for (int i = 0; i < grants; i++) {
            grantIds.add(in.readUTF());
        }
        workspace.restore(terms, grantIds, in.readLong());
        int units = in.readByte();
        if (units > Unit.values().length) {
            throw new IOException("book of " + units + " units, of which this release knows " + Unit.values().length);
        }
        for (int i = 0; i < units; i++) {
            Unit unit = Unit.values()[i];
            readAccount(workspace.account(unit), id, unit);
        }
    }

    private Terms readTerms() throws IOException {
        ZoneId zone = ZoneId.of(in.readUTF());
        Map<Unit, Allowance> allowances = new EnumMap<>(Unit.class);
        int count = in.readByte();
        for (int i = 0; i < count; i++) {
            Unit unit = Unit.values()[in.readByte()];
            readAllowance().ifPresent(allowance -> allowances.put(unit, allowance));
        }
        return new Terms(zone, allowances);
    }

    private void readAccount(Account account, WorkspaceId workspace, Unit unit) throws IOException {
        account.restore(in.readLong(), in.readLong());
        int grants = in.readInt();
        for (int i = 0; i < grants; i++) {
            GrantGiven given = new GrantGiven(
                    workspace,
                    in.readUTF(),
                    unit,
                    Grant.Kind.values()[in.readByte()],
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readInt(),
                    in.readInt());
            account.restore(given, in.readLong());
        }
        readHistory(account.allowances());
        readOverage(account.overage());
    }

    private void readHistory(AllowanceHistory history) throws IOException {
        Map<Integer, Optional<Allowance>> since = new TreeMap<>();
        int changes = in.readInt();
        for (int i = 0; i < changes; i++) {
            int month = in.readInt();
            since.put(month, readAllowance());
        }
        Set<Integer> given = new TreeSet<>();
        int months = in.readInt();
        for (int i = 0; i < months; i++) {
            given.add(in.readInt());
        }
        history.restore(since, given, in.readInt());
    }

    private Optional<Allowance> readAllowance() throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        Amount amount = new Amount(in.readLong());
        return Optional.of(new Allowance(amount, Allowance.Limit.values()[in.readByte()], in.readBoolean()));
    }

    private void readOverage(Overage overage) throws IOException {
        int nextCompaction = in.readInt();
        int fineFrom = in.readInt();
        QuarterSeries slots = new QuarterSeries();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            slots.add(in.readInt(), in.readLong());
        }
        overage.restore(slots, nextCompaction, fineFrom);
    }

    private Held readHeld() throws IOException {
        UUID id = new UUID(in.readLong(), in.readLong());
        WorkspaceId workspace = new WorkspaceId(in.readUTF());
        long expires = in.readLong();
        Map<Unit, Amount> amounts = new EnumMap<>(Unit.class);
        int units = in.readByte();
        for (int i = 0; i < units; i++) {
            amounts.put(Unit.values()[in.readByte()], new Amount(in.readLong()));
        }
        return new Held(id, workspace, amounts, expires);
    }
}
