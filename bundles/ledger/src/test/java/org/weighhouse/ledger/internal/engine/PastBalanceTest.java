package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;
import static org.weighhouse.ledger.internal.engine.TestLedger.parts;
import static org.weighhouse.ledger.internal.engine.TestLedger.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.database.Dialect;

/** A balance of the past is what it was then, by what is known now; that has nothing to do with the database. */
class PastBalanceTest {

    private final TestLedger ledger = new TestLedger(Dialect.DERBY);

    @BeforeEach
    void use() {
        ledger.softLimit(100);
        ledger.record("a", "2026-11-05T10:00:00Z", 10);
        ledger.record("b", "2026-11-10T10:07:31.123456Z", 60);
        ledger.record("c", "2026-11-20T10:00:00Z", 50);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T00:00:00Z, 0, 100, 0",
        "2026-11-05T10:00:00Z, 0, 100, 0",
        "2026-11-05T10:00:00.000001Z, 10, 90, 0",
        "2026-11-10T10:07:31.123456Z, 10, 90, 0",
        "2026-11-10T10:07:31.123457Z, 70, 30, 0",
        "2026-11-20T09:59:59Z, 70, 30, 0",
        "2026-11-20T10:15:00Z, 120, 0, 20",
        "2026-11-23T10:00:00Z, 120, 0, 20"
    })
    void itIsThatOfItsInstant(String at, long used, long available, long overage) {
        assertThat(parts(ledger.balanceAt(at))).containsExactly(used, 0L, available, overage);
        assertThat(ledger.balanceAt(at).granted()).isEqualTo(Amount.of(100));
        ledger.restart();
        assertThat(parts(ledger.balanceAt(at))).containsExactly(used, 0L, available, overage);
    }

    @Test
    void aGrantThatWasThereCountsThenToo() {
        ledger.grant("g", 30, "2026-11-01T00:00:00Z", "", 200);

        assertThat(parts(ledger.balanceAt("2026-11-15T00:00:00Z"))).containsExactly(70L, 0L, 60L, 0L);
        assertThat(ledger.balanceAt("2026-11-15T00:00:00Z").granted()).isEqualTo(Amount.of(130));
        assertThat(parts(ledger.balance())).containsExactly(120L, 0L, 10L, 0L);
    }

    @Test
    void whatComesLateOrIsCorrectedIsKnownThen() {
        ledger.record("late", "2026-11-06T10:00:00Z", 7);
        ledger.record(posting("less", "2026-11-23T10:00:00Z", 50).correcting("b"));

        assertThat(parts(ledger.balanceAt("2026-11-15T00:00:00Z"))).containsExactly(67L, 0L, 33L, 0L);
    }

    @Test
    void aHoldIsShownForTheLastMinuteAndNotInThePast() {
        ledger.hardLimit(1_000);
        ledger.reserve(new UUID(1, 1), 5);
        Instant now = ledger.clock.instant();

        assertThat(ledger.engine()
                        .queries()
                        .balance(ACME, CREDIT, now.minus(Duration.ofMinutes(1)))
                        .reserved())
                .isEqualTo(Amount.of(5));
        assertThat(ledger.engine()
                        .queries()
                        .balance(ACME, CREDIT, now.minus(Duration.ofMinutes(1)).minusNanos(1_000))
                        .reserved())
                .isEqualTo(Amount.ZERO);
    }

    /** What was used beyond a hold takes nothing from what is granted. */
    @Test
    void whatIsGrantedStaysWhateverIsHeld() {
        ledger.clock.set("2026-12-10T10:00:00Z");
        ledger.hardLimit(1_000);
        UUID small = new UUID(1, 1);
        ledger.reserve(small, 1);
        ledger.reserve(new UUID(1, 2), 999);

        ledger.post(small, posting("m", "2026-12-10T10:00:00Z", 100));

        Balance balance = ledger.balance();
        assertThat(parts(balance)).containsExactly(100L, 999L, 0L, 0L);
        assertThat(balance.granted()).isEqualTo(Amount.of(1_000));
        assertThat(balance.percentUsed()).isEqualTo(10);
    }
}
