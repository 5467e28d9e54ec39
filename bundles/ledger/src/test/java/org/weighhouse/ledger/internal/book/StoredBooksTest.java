package org.weighhouse.ledger.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.ledger.internal.record.Correction;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.record.TermsSet;

/** Books of each version as a release wrote them; the files that are here stay as they are. */
class StoredBooksTest {

    private static final Path FORMS = Path.of("src", "test", "resources", "forms");
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final long TIME = 1_790_000_000_000_000L;

    /** Terms, a grant, usage with overage, and an open hold. */
    private static final List<JournalRecord> RECORDS = List.of(
            new TermsSet(
                    ACME,
                    new Terms(
                            ZoneId.of("Europe/Berlin"),
                            Map.of(Unit.COST, new Allowance(Amount.of(5), Allowance.Limit.HARD, true))),
                    TIME),
            new GrantGiven(
                    ACME,
                    "g",
                    Unit.COST,
                    Grant.Kind.TOP_UP,
                    4_000,
                    TIME - 1,
                    Micros.NEVER,
                    Grant.TOP_UP_PRIORITY,
                    GrantGiven.NO_MONTH),
            entry(1, 3_000),
            entry(2, 2_500),
            new Held(new UUID(1, -2), ACME, Map.of(Unit.COST, Amount.of(3)), TIME + 99));

    private static EntryWritten entry(long number, long milli) {
        return new EntryWritten(
                number,
                number,
                ACME,
                "weighhouse:gateway",
                "m" + number,
                TIME,
                Unit.COST,
                milli,
                Measures.of(1),
                Attribution.NONE,
                "",
                0,
                Correction.NONE);
    }

    /** Writes the file of today's version, once, into the folder that is given. */
    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]).resolve("book-" + BookWriter.VERSION), BookWriter.toBytes(book()));
    }

    private static Book book() {
        Book book = new Book();
        RECORDS.forEach(book::apply);
        return book;
    }

    @Test
    void aBookOfVersionTwoIsRead() throws IOException {
        Book read = BookReader.read(Files.readAllBytes(FORMS.resolve("book-2")));

        assertThat(BookDigest.byWorkspace(read)).isEqualTo(BookDigest.byWorkspace(book()));
        WorkspaceBook workspace = read.workspace(ACME);
        assertThat(workspace.nextNumber()).isEqualTo(3);
        assertThat(workspace.terms()).isEqualTo(book().workspace(ACME).terms());
        assertThat(workspace.hasGrant("g")).isTrue();
        assertThat(workspace.account(Unit.COST).reserved()).isEqualTo(3_000);
        assertThat(workspace.account(Unit.COST).overage().sum(0, Integer.MAX_VALUE))
                .isEqualTo(1_500);
    }

    @Test
    void whatIsWrittenTodayIsInTheFileOfItsVersion() throws IOException {
        assertThat(BookWriter.toBytes(book()))
                .isEqualTo(Files.readAllBytes(FORMS.resolve("book-" + BookWriter.VERSION)));
    }

    @Test
    void aBookOfAnotherVersionIsNotGuessedAt() {
        byte[] other = BookWriter.toBytes(book());
        other[3]++;

        assertThatThrownBy(() -> BookReader.read(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("book of version " + (BookWriter.VERSION + 1));
    }
}
