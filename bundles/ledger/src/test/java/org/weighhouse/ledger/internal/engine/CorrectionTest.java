package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;
import static org.weighhouse.ledger.internal.engine.TestLedger.parts;
import static org.weighhouse.ledger.internal.engine.TestLedger.posting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Receipt.Status;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.database.Dialect;

@ParameterizedClass
@EnumSource(Dialect.class)
class CorrectionTest {

    @Parameter
    Dialect dialect;

    private TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = new TestLedger(dialect);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static final String TIME = "2026-11-20T12:05:00Z";
    private static final TimeRange NOVEMBER =
            new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
    private static final Attribution TELEGRAM = posting("any", TIME, 0).attribution();
    private static final Attribution CAMPAIGN = TELEGRAM.with(Dimension.CAMPAIGN, "spring");

    @Test
    void aCorrectionWritesTheDifferenceAtTheTimeOfTheOriginal() {
        ledger.softLimit(100);
        ledger.record("m", TIME, 10);
        ledger.restart();

        Receipt receipt = ledger.record(TestLedger.correcting("m", "c", 4, TELEGRAM));

        assertThat(receipt).isEqualTo(new Receipt(Status.RECORDED, 2));
        assertThat(parts(ledger.balance())).containsExactly(4L, 0L, 96L, 0L);
        LedgerEntry entry = entries().getLast();
        assertThat(entry.amount()).isEqualTo(Amount.of(-6));
        assertThat(entry.time()).isEqualTo(Instant.parse(TIME));
        assertThat(entry.corrects()).isEqualTo("m");
    }

    @Test
    void theQuantityIsThatOfTheLastCorrection() {
        ledger.record(counting(5, "m", TELEGRAM));
        ledger.record(counting(2, "c1", TELEGRAM).correcting("m"));
        assertThat(total().usage().quantity()).isEqualTo(2);
        ledger.restart();
        ledger.record(counting(4, "c2", CAMPAIGN).correcting("m"));
        ledger.record(counting(3, "c3", CAMPAIGN).correcting("m"));

        assertThat(total().usage().quantity()).isEqualTo(3);
    }

    private static Posting counting(long quantity, String id, Attribution attribution) {
        return Posting.fact(
                "telegram",
                id,
                Instant.parse(TIME),
                CREDIT,
                Amount.of(2 * quantity),
                Measures.of(quantity),
                attribution);
    }

    @Test
    void laterCorrectionsWorkAgainstTheCurrentValue() {
        ledger.softLimit(100);
        ledger.record("m", TIME, 10);
        ledger.record(TestLedger.correcting("m", "c1", 4, TELEGRAM));
        ledger.restart();
        ledger.record(TestLedger.correcting("m", "c2", 7, TELEGRAM));
        ledger.record(TestLedger.correcting("c2", "c3", 9, TELEGRAM));

        assertThat(parts(ledger.balance())).containsExactly(9L, 0L, 91L, 0L);
        assertThat(total().usage().events()).isEqualTo(1);
    }

    @Test
    void aCorrectionCountsOnceAndMayComeInTheSameBatch() {
        var original = posting("m", TIME, 10);
        var correction = TestLedger.correcting("m", "c", 4, TELEGRAM);

        List<Receipt> receipts = ledger.engine()
                .record(ACME, List.of(original, correction, correction))
                .join();
        ledger.restart();

        assertThat(receipts)
                .extracting(Receipt::status)
                .containsExactly(Status.RECORDED, Status.RECORDED, Status.DUPLICATE);
        assertThat(ledger.record(correction).status()).isEqualTo(Status.DUPLICATE);
        assertThat(ledger.record(TestLedger.correcting("m", "c", 5, TELEGRAM)).status())
                .isEqualTo(Status.CONFLICT);
        assertThat(ledger.balance().used()).isEqualTo(Amount.of(4));
    }

    @Test
    void aCorrectionOfWhatTheLedgerDoesNotKnowChangesNothing() {
        assertThat(ledger.record(TestLedger.correcting("never", "c", 4, TELEGRAM)))
                .isEqualTo(new Receipt(Status.UNKNOWN_ORIGINAL, 0));
        assertThat(ledger.balance().used()).isEqualTo(Amount.ZERO);
    }

    @Test
    void anotherAttributionMovesTheUsage() {
        ledger.record("m", TIME, 10);
        ledger.record(TestLedger.correcting("m", "c", 8, CAMPAIGN));
        ledger.record(TestLedger.correcting("m", "d", 9, CAMPAIGN));

        List<UsageRow> rows = ledger.engine().queries().query(query().by(Dimension.CAMPAIGN));

        assertThat(rows).extracting(UsageRow::group).containsExactly(List.of(""), List.of("spring"));
        assertThat(rows).extracting(row -> row.usage().amount()).containsExactly(Amount.ZERO, Amount.of(9));
        assertThat(ledger.balance().used()).isEqualTo(Amount.of(9));
    }

    @Test
    void whatACorrectionGivesBackCoversOverage() {
        ledger.softLimit(100);
        ledger.record("m", TIME, 80);
        ledger.record("n", "2026-11-21T12:00:00Z", 70);
        assertThat(parts(ledger.balance())).containsExactly(150L, 0L, 0L, 50L);

        ledger.record(TestLedger.correcting("m", "c", 60, TELEGRAM));
        assertThat(parts(ledger.balance())).containsExactly(130L, 0L, 0L, 30L);

        ledger.record(TestLedger.correcting("m", "d", 0, TELEGRAM));
        assertThat(parts(ledger.balance())).containsExactly(70L, 0L, 30L, 0L);
    }

    @Test
    void whatWasKnownThenStaysReadable() {
        ledger.record("m", TIME, 10);
        ledger.clock.advance(Duration.ofDays(1));
        Instant then = ledger.clock.instant();
        ledger.record(TestLedger.correcting("m", "c", 4, TELEGRAM));

        long knownThen = entries().stream()
                .filter(entry -> entry.recorded().isBefore(then))
                .mapToLong(entry -> entry.amount().milli())
                .sum();

        assertThat(knownThen).isEqualTo(10_000);
    }

    private UsageRow total() {
        return ledger.engine().queries().query(query()).getFirst();
    }

    private static UsageQuery query() {
        return UsageQuery.total(ACME, CREDIT, NOVEMBER, ZoneId.of("UTC"));
    }

    private List<LedgerEntry> entries() {
        return ledger.entries(query());
    }
}
