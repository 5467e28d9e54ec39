package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;
import static org.weighhouse.ledger.internal.engine.TestLedger.parts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.ledger.Allowance.Limit;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.database.Dialect;

@ParameterizedClass
@EnumSource(Dialect.class)
class GrantTest {

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

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-11-30T23:59:59.999999Z, 2026-12-01T00:00:00Z",
        "America/New_York, 2027-04-01T03:59:59.999999Z, 2027-04-01T04:00:00Z",
        "Asia/Kathmandu, 2026-11-30T18:14:59.999999Z, 2026-11-30T18:15:00Z",
        "Pacific/Kiritimati, 2026-11-30T09:59:59.999999Z, 2026-11-30T10:00:00Z",
        "Europe/Berlin, 2027-10-31T22:59:59.999999Z, 2027-10-31T23:00:00Z"
    })
    void anAllowanceRenewsAtTheStartOfTheWorkspacesMonth(String zone, String last, String first) {
        ledger.clock.set(last);
        ledger.terms(ACME, zone, 100, Limit.HARD, false);
        ledger.record("last", last, 100);
        assertThat(ledger.reserve(UUID.randomUUID(), 1)).isInstanceOf(ReserveOutcome.Refused.class);

        ledger.clock.set(first);

        assertThat(parts(ledger.balance())).containsExactly(0L, 0L, 100L, 0L);
        assertThat(ledger.balance().period().from()).isEqualTo(Instant.parse(first));
        assertThat(ledger.reserve(UUID.randomUUID(), 100)).isInstanceOf(ReserveOutcome.Held.class);
        assertThat(ledger.reserve(UUID.randomUUID(), 1)).isInstanceOf(ReserveOutcome.Refused.class);
        assertThat(parts(ledger.balanceAt(last))).containsExactly(100L, 0L, 0L, 0L);
    }

    @Test
    void unusedAllowanceLapsesUnlessItRollsOver() {
        ledger.hardLimit(100);
        ledger.record("m", "2026-11-23T09:00:00Z", 30);
        ledger.clock.set("2027-02-10T00:00:00Z");
        assertThat(parts(ledger.balance())).containsExactly(0L, 0L, 100L, 0L);
    }

    @Test
    void whatRollsOverAddsUpAlsoOverMonthsInWhichNothingHappened() {
        ledger.terms(ACME, "UTC", 100, Limit.HARD, true);
        ledger.record("m", "2026-11-23T09:00:00Z", 30);
        ledger.clock.set("2027-02-10T00:00:00Z");

        assertThat(parts(ledger.balance())).containsExactly(0L, 0L, 370L, 0L);
        ledger.record("n", "2027-02-10T00:00:00Z", 350);
        assertThat(parts(ledger.balance())).containsExactly(350L, 0L, 20L, 0L);
        ledger.restart();
        assertThat(parts(ledger.balance())).containsExactly(350L, 0L, 20L, 0L);
    }

    @Test
    void aLateEventBurnsTheAllowanceOfItsOwnMonth() {
        ledger.hardLimit(100);
        ledger.record("now", "2026-11-23T09:00:00Z", 30);
        ledger.record("late", "2026-08-05T09:00:00Z", 120);

        assertThat(parts(ledger.balance())).containsExactly(30L, 0L, 70L, 0L);
        assertThat(parts(ledger.balanceAt("2026-08-20T00:00:00Z"))).containsExactly(120L, 0L, 0L, 20L);
        assertThat(parts(ledger.balanceAt("2026-09-20T00:00:00Z"))).containsExactly(0L, 0L, 100L, 0L);
    }

    @Test
    void grantsBurnByPriorityThenByExpiry() {
        ledger.softLimit(10);
        ledger.grant("later", 10, "2026-11-01T00:00:00Z", "2027-06-01T00:00:00Z", 200);
        ledger.grant("sooner", 10, "2026-11-01T00:00:00Z", "2026-12-15T00:00:00Z", 200);
        ledger.grant("first", 10, "2026-11-01T00:00:00Z", "", 50);

        ledger.record("m", "2026-11-23T09:00:00Z", 25);

        // 10 of "first", 10 of the allowance, 5 of "sooner": in January only "later" is left.
        ledger.clock.set("2026-12-10T00:00:00Z");
        assertThat(parts(ledger.balance())).containsExactly(0L, 0L, 25L, 0L);
        ledger.clock.set("2027-01-10T00:00:00Z");
        assertThat(parts(ledger.balance())).containsExactly(0L, 0L, 20L, 0L);
        ledger.clock.set("2027-07-10T00:00:00Z");
        assertThat(parts(ledger.balance())).containsExactly(0L, 0L, 10L, 0L);
    }

    @Test
    void aGrantIsUsedFromItsStartToBeforeItsExpiry() {
        ledger.hardLimit(0);
        ledger.grant("g", 10, "2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z", 200);

        ledger.record("before", "2026-11-23T11:59:59Z", 1);
        ledger.record("in", "2026-11-23T12:00:00Z", 2);
        ledger.record("after", "2026-11-23T13:00:00Z", 4);

        assertThat(parts(ledger.balanceAt("2026-11-23T12:30:00Z"))).containsExactly(7L, 0L, 8L, 5L);
    }

    @Test
    void theSameGrantIsGivenOnce() {
        ledger.hardLimit(0);

        assertThat(ledger.grant("g", 10, "2026-11-01T00:00:00Z", "", 200)).isTrue();
        assertThat(ledger.grant("g", 10, "2026-11-01T00:00:00Z", "", 200)).isFalse();
        ledger.restart();
        assertThat(ledger.grant("g", 99, "2026-11-01T00:00:00Z", "", 200)).isFalse();
        assertThat(parts(ledger.balance())).containsExactly(0L, 0L, 10L, 0L);
    }

    @Test
    void newTermsCountFromTheCurrentMonthOn() {
        ledger.softLimit(100);
        ledger.record("m", "2026-11-23T09:00:00Z", 150);
        assertThat(parts(ledger.balance())).containsExactly(150L, 0L, 0L, 50L);

        ledger.softLimit(200);
        assertThat(parts(ledger.balance())).containsExactly(150L, 0L, 50L, 0L);

        ledger.softLimit(120);
        assertThat(parts(ledger.balance())).containsExactly(150L, 0L, 0L, 30L);
        ledger.clock.set("2026-12-10T00:00:00Z");
        ledger.softLimit(500);
        ledger.record("late", "2026-11-24T09:00:00Z", 10);
        assertThat(parts(ledger.balance())).containsExactly(0L, 0L, 500L, 0L);
        assertThat(parts(ledger.balanceAt("2026-11-30T00:00:00Z"))).containsExactly(160L, 0L, 0L, 40L);
    }

    @Test
    void theFirstTermsCoverWhatWasUsedInTheMonthBefore() {
        ledger.record("m", "2026-11-23T09:00:00Z", 70);
        assertThat(ledger.balance().limited()).isFalse();

        ledger.hardLimit(100);

        assertThat(ledger.balance().limited()).isTrue();
        assertThat(parts(ledger.balance())).containsExactly(70L, 0L, 30L, 0L);
    }

    @Test
    void whatWasDatedAheadBeforeTheFirstTermsIsTakenOffWhatRollsOver() {
        ledger.record("ahead", "2026-12-10T00:00:00Z", 12);
        ledger.terms(ACME, "UTC", 13, Limit.HARD, true);

        // November's 13, 1 left of December's, January's 13.
        assertThat(parts(ledger.balanceAt("2027-01-05T00:00:00Z"))).containsExactly(0L, 0L, 27L, 0L);
    }

    @Test
    void settingEqualTermsAgainWritesNothing() {
        ledger.softLimit(100);
        ledger.record("m", "2026-11-23T09:00:00Z", 1);
        String before = ledger.engine().stateHash();

        ledger.softLimit(100);

        assertThat(ledger.engine().stateHash()).isEqualTo(before);
    }

    @Test
    void termsWithoutAnAllowanceTakeTheLimitAway() {
        ledger.hardLimit(10);
        ledger.record("m", "2026-11-23T09:00:00Z", 10);

        ledger.engine().setTerms(ACME, new Terms(ZoneId.of("UTC"), Map.of())).join();

        assertThat(ledger.balance().limited()).isFalse();
        assertThat(ledger.reserve(UUID.randomUUID(), 5)).isInstanceOf(ReserveOutcome.Held.class);
    }

    @Test
    void anUnknownWorkspaceHasUsedNothing() {
        assertThat(ledger.balance().used().isZero()).isTrue();
        assertThat(ledger.balance().limited()).isFalse();
        assertThat(ledger.engine()
                        .queries()
                        .query(UsageQuery.total(
                                ACME,
                                CREDIT,
                                new TimeRange(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z")),
                                ZoneId.of("UTC"))))
                .isEqualTo(List.of());
    }
}
