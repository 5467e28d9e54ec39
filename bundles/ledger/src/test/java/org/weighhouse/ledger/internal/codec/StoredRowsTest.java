package org.weighhouse.ledger.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Amendment.Change;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.record.AmendmentSaid;
import org.weighhouse.ledger.internal.record.Correction;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.ReferenceName;
import org.weighhouse.ledger.internal.record.TermsSet;

/**
 * Rows of each version as a release wrote them. If one of these fails, what customers have on disk can no longer be read:
 * add a version and a file, and leave the files that are here as they are.
 */
class StoredRowsTest {

    private static final Path FORMS = Path.of("src", "test", "resources", "forms");
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final UUID HOLD = new UUID(1, -2);
    private static final Attribution FULL =
            new Attribution("telegram", "text", "spring", "flow", "reply", "gpt", "DE", "main", "key-1", "anna");
    private static final Measures MEASURES = new Measures(2, 3, 4, new TokenBuckets(5, 6, 7, 8, 9, 10));

    /** One of each, with every field. */
    private static final List<JournalRecord> ROW_OF_VERSION_3 = List.of(
            new TermsSet(
                    ACME,
                    new Terms(
                            ZoneId.of("Asia/Kathmandu"),
                            Map.of(Unit.COST, new Allowance(Amount.of(5), Allowance.Limit.SOFT, true))),
                    1_790_000_000_000_000L),
            new GrantGiven(ACME, "g", Unit.SUBSCRIBER, Grant.Kind.PROMOTION, 1_000, 8, 9, 300, GrantGiven.NO_MONTH),
            new Held(HOLD, ACME, Map.of(Unit.MESSAGE_CREDIT, Amount.of(3)), 1_790_000_300_000_000L),
            new HoldSettled(HOLD, ACME, HoldSettled.How.POSTED, 1_790_000_300_000_000L),
            entry(7, 1, "m", 1_500, Measures.of(1), "wamid.1", 0, Correction.NONE),
            entry(8, 2, "n", 2_500, MEASURES, "wamid.1", 1, Correction.NONE),
            entry(9, 3, "c", -500, Measures.of(-1), "", 0, new Correction("m", 77, true, -1, 1_000, MEASURES)),
            new AmendmentSaid(
                    10,
                    new ReferenceName(ACME, "telegram", "wamid.1"),
                    4,
                    new Amendment(
                            "read",
                            "anna",
                            Instant.parse("2026-11-20T12:00:00.000001Z"),
                            List.of(
                                    new Change.Kind("service"),
                                    new Change.Market("FR"),
                                    new Change.Quantity(2),
                                    new Change.Cost(new Amount(17))))));

    private static EntryWritten entry(
            long sequence,
            long number,
            String id,
            long milli,
            Measures measures,
            String reference,
            int occurrence,
            Correction correction) {
        return new EntryWritten(
                sequence,
                number,
                ACME,
                "weighhouse:gateway",
                id,
                1_790_000_000_000_000L + sequence,
                Unit.AI_TOKEN,
                milli,
                measures,
                FULL,
                reference,
                occurrence,
                correction);
    }

    /** Writes the file of today's version, once, into the folder that is given. */
    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]).resolve("journal-row-" + RecordEncoder.VERSION), today());
    }

    private static byte[] today() {
        RecordEncoder encoder = new RecordEncoder();
        ROW_OF_VERSION_3.forEach(encoder::add);
        return encoder.toBytes();
    }

    @Test
    void aRowOfVersionThreeIsRead() throws IOException {
        byte[] body = Files.readAllBytes(FORMS.resolve("journal-row-3"));
        List<JournalRecord> read = new ArrayList<>();

        JournalPage.open(new JournalRow(5, 7, 4, 0, 0, 0, 3, body, 0, new byte[0]))
                .forEach(read::add);

        assertThat(read).isEqualTo(ROW_OF_VERSION_3);
    }

    @Test
    void whatIsWrittenTodayIsInTheFileOfItsVersion() throws IOException {
        assertThat(today()).isEqualTo(Files.readAllBytes(FORMS.resolve("journal-row-" + RecordEncoder.VERSION)));
    }
}
