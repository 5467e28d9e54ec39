package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Unit;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.api.meter.Decision;

class TermsTest extends MeterFixture {

    private static final ZoneId ZONE = demo("free").zone();

    @Test
    void theTermsOfEveryWorkspaceAreSetAtTheStart() {
        meter();

        assertThat(ledger.terms).containsExactly(Map.entry(DEMO, new Terms(ZONE, FREE.allowances())));
    }

    @Test
    void termsFollowTheWorkspaceAndItsPlan() {
        meter();
        Plan growth =
                new Plan("growth", Map.of(Unit.AI_TOKEN, new Allowance(Amount.of(5), Allowance.Limit.SOFT, true)));
        workspaces.savePlan(growth);
        workspaces.save(demo("growth"));
        assertThat(ledger.terms).containsEntry(DEMO, new Terms(ZONE, growth.allowances()));

        workspaces.savePlan(new Plan("growth", Map.of()));
        assertThat(ledger.terms).containsEntry(DEMO, new Terms(ZONE, Map.of()));
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        meter();
        workspaces.save(new Workspace(DEMO, "Another name", ZONE, "free"));
        workspaces.savePlan(new Plan("unused", Map.of()));

        assertThat(ledger.termsSent).hasSize(1);
    }

    @Test
    void aWorkspaceWhoseSaveIsNotAnnouncedYetGetsItsTermsFirst() {
        LedgerMeter meter = meter();
        WorkspaceId fresh = new WorkspaceId("fresh");
        workspaces.saveQuietly(new Workspace(fresh, "Fresh", ZONE, "free"));
        Decision decision = meter.reserve(
                org.weighhouse.api.UsageEvent.of(
                        fresh,
                        "test",
                        "e",
                        NOW,
                        over("telegram", "text"),
                        new org.weighhouse.api.Reading.Messages(1, "")),
                Duration.ofMinutes(1));

        assertThat(decision).isInstanceOf(Decision.Allowed.class);
        assertThat(ledger.terms).containsKey(fresh);
    }

    @Test
    void everyWorkspaceOfABatchGetsItsTermsFirst() {
        LedgerMeter meter = meter();
        WorkspaceId fresh = new WorkspaceId("fresh");
        WorkspaceId other = new WorkspaceId("other");
        workspaces.saveQuietly(new Workspace(fresh, "Fresh", ZONE, "free"));
        workspaces.saveQuietly(new Workspace(other, "Other", ZoneOffset.UTC, "free"));

        meter.record(List.of(from(DEMO), from(fresh), from(fresh), from(other), from(DEMO)));

        assertThat(ledger.terms).containsOnlyKeys(DEMO, fresh, other);
        assertThat(ledger.entries())
                .extracting(posting -> posting.workspace() + "/" + posting.id())
                .containsExactly(
                        "demo/e", "fresh/e", "other/e", "demo/2026-06/u", "fresh/2026-06/u", "other/2026-05/u");
    }

    /** At noon of the last day of May in UTC, when it is June already in the zone of most. */
    private static UsageEvent from(WorkspaceId workspace) {
        return UsageEvent.of(
                workspace,
                "test",
                "e",
                Instant.parse("2026-05-31T12:00:00Z"),
                over("telegram", "text").withSubscriber("u"),
                new Reading.Messages(1, ""));
    }

    @Test
    void aReservationWaitsForTheTerms() throws Exception {
        ledger.termsGate = new CompletableFuture<>();
        LedgerMeter meter = meter();
        CompletableFuture<Decision> decision =
                CompletableFuture.supplyAsync(() -> meter.reserve(text("e"), Duration.ofMinutes(1)));
        CompletableFuture<?> recorded = CompletableFuture.supplyAsync(() -> meter.record(List.of(text("r"))));

        // The fake ledger fails the test by itself if it is asked before the terms are there.
        Thread.sleep(50);
        assertThat(decision).isNotDone();
        ledger.termsGate.complete(null);
        assertThat(decision.get(30, TimeUnit.SECONDS)).isInstanceOf(Decision.Allowed.class);
        recorded.get(30, TimeUnit.SECONDS);
    }

    @Test
    void termsThatFailedAreSentAgainByTheNextCall() {
        ledger.down = true;
        LedgerMeter meter = meter();
        assertThatThrownBy(() -> meter.record(List.of(text("e"))))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessage("disk full");
        ledger.down = false;
        meter.record(List.of(text("e")));

        assertThat(ledger.entries()).hasSize(1);
    }

    @Test
    void aStoppedMeterNoLongerListens() {
        LedgerMeter meter = meter();
        meter.stop();

        assertThat(workspaces.listeners).isEmpty();
    }
}
