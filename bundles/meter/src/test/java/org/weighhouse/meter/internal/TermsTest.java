package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.Unit;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.CatalogChange;
import org.weighhouse.api.catalog.CatalogFeed;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
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
    void onlyTheWorkspaceThatChangedIsLookedAt() {
        manyWorkspaces();
        List<String> looked = followed();
        WorkspaceId changed = new WorkspaceId("w1");
        workspaces.save(new Workspace(changed, "W", ZoneOffset.UTC, "free"));

        assertThat(looked).containsExactly("free");
        assertThat(ledger.termsSent.getLast()).isEqualTo(changed);
    }

    @Test
    void aPlansChangeIsLookedAtForThoseOnIt() {
        manyWorkspaces();
        workspaces.savePlan(new Plan("growth", Map.of()));
        workspaces.save(demo("growth"));
        List<String> looked = followed();
        workspaces.savePlan(
                new Plan("growth", Map.of(Unit.AI_TOKEN, new Allowance(Amount.of(5), Allowance.Limit.SOFT, true))));

        assertThat(looked).containsExactly("growth");
        assertThat(ledger.termsSent.getLast()).isEqualTo(DEMO);
    }

    /** Follows the catalog; the plans that are looked up from then on. */
    private List<String> followed() {
        List<String> looked = new ArrayList<>();
        Workspaces watched = (Workspaces) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Workspaces.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("plan")) {
                        looked.add((String) arguments[0]);
                    }
                    return method.invoke(workspaces, arguments);
                });
        new TermsKeeper(ledger, watched, workspaces, new Answers(Duration.ofSeconds(30))).follow();
        looked.clear();
        return looked;
    }

    @Test
    void aLostCallIsMadeUpByTheNextOne() {
        meter();
        WorkspaceId lost = new WorkspaceId("lost");
        workspaces.saveQuietly(new Workspace(lost, "Lost", ZONE, "free"));
        workspaces.savePlan(new Plan("unused", Map.of()));

        assertThat(ledger.terms).containsKey(lost);
    }

    @Test
    void whatChangesWhileTheMeterStartsIsNotMissed() {
        CatalogFeed busy = new CatalogFeed() {
            @Override
            public long version() {
                return workspaces.version();
            }

            @Override
            public List<CatalogChange> since(long version) {
                return workspaces.since(version);
            }

            @Override
            public Subscription subscribe(LongConsumer listener) {
                Subscription subscription = workspaces.subscribe(listener);
                // After the listener is known, and before anything was read.
                workspaces.save(new Workspace(DEMO, "Demo", ZoneOffset.UTC, "free"));
                return subscription;
            }
        };
        LedgerMeter meter = meter(busy);
        meter.record(DEMO, List.of(text("e")));

        assertThat(ledger.terms).containsEntry(DEMO, new Terms(ZoneOffset.UTC, FREE.allowances()));
    }

    @Test
    void moreChangesThanOneAnswerHoldsAreAllFollowed() {
        meter();
        for (int i = 0; i < CatalogFeed.MAX_CHANGES; i++) {
            workspaces.saveQuietly(demo("free"));
        }
        WorkspaceId last = new WorkspaceId("last");
        workspaces.save(new Workspace(last, "Last", ZONE, "free"));

        assertThat(ledger.terms).containsKey(last);
    }

    @Test
    void aWorkspaceOnAPlanThatIsGoneKeepsNobodyElseFromTheLedger() {
        workspaces.save(demo("gone"));
        WorkspaceId fine = new WorkspaceId("fine");
        workspaces.save(new Workspace(fine, "Fine", ZONE, "free"));
        LedgerMeter meter = meter();

        assertThat(ledger.terms).containsOnlyKeys(fine);
        assertThatThrownBy(() -> meter.record(DEMO, List.of(text("e"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void aWorkspaceWhoseSaveIsNotAnnouncedYetGetsItsTermsFirst() {
        LedgerMeter meter = meter();
        WorkspaceId fresh = new WorkspaceId("fresh");
        workspaces.saveQuietly(new Workspace(fresh, "Fresh", ZONE, "free"));
        Decision decision = meter.reserve(fresh, text(), Duration.ofMinutes(1));

        assertThat(decision).isInstanceOf(Decision.Allowed.class);
        assertThat(ledger.terms).containsKey(fresh);
    }

    @Test
    void monthsAreThoseOfEachWorkspacesOwnZone() {
        LedgerMeter meter = meter();
        WorkspaceId other = new WorkspaceId("other");
        workspaces.saveQuietly(new Workspace(other, "Other", ZoneOffset.UTC, "free"));
        // At noon of the last day of May in UTC it is June already in the zone of the demo.
        UsageEvent event = textFrom("u", "e", Instant.parse("2026-05-31T12:00:00Z"));
        meter.record(DEMO, List.of(event));
        meter.record(other, List.of(event));

        assertThat(ledger.entries())
                .extracting(entry -> entry.workspace() + "/" + entry.id())
                .containsExactly("demo/e", "demo/2026-06/u", "other/e", "other/2026-05/u");
    }

    @Test
    void nothingIsAskedOfTheLedgerBeforeItKnowsTheTerms() throws Exception {
        CountDownLatch waiting = new CountDownLatch(3);
        ledger.termsGate = new CompletableFuture<>();
        LedgerMeter meter = meter();
        List<CompletableFuture<Object>> calls = List.of(
                announced(waiting, () -> meter.reserve(DEMO, text(), Duration.ofMinutes(1))),
                announced(waiting, () -> meter.record(DEMO, List.of(text("r")))),
                announced(waiting, () -> meter.observe(DEMO, "acc1", "o", text())));
        waiting.await();

        // The fake ledger fails the calls by itself if it is asked before the terms are there.
        assertThat(calls).noneMatch(CompletableFuture::isDone);
        ledger.termsGate.complete(null);
        for (CompletableFuture<Object> call : calls) {
            assertThat(call.get(30, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private static CompletableFuture<Object> announced(CountDownLatch started, Supplier<Object> call) {
        return CompletableFuture.supplyAsync(
                () -> {
                    started.countDown();
                    return call.get();
                },
                Thread::startVirtualThread);
    }

    @Test
    void termsThatFailedAreSentAgainByTheNextCall() {
        ledger.down = true;
        LedgerMeter meter = meter();
        assertThatThrownBy(() -> meter.record(DEMO, List.of(text("e"))))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessage("disk full");
        ledger.down = false;
        meter.record(DEMO, List.of(text("e")));

        assertThat(ledger.entries()).hasSize(1);
    }

    @Test
    void aStoppedMeterNoLongerListens() {
        LedgerMeter meter = meter();
        meter.stop();
        WorkspaceId late = new WorkspaceId("late");
        workspaces.save(new Workspace(late, "Late", ZONE, "free"));

        assertThat(ledger.terms).doesNotContainKey(late);
    }

    private void manyWorkspaces() {
        for (int i = 0; i < 3; i++) {
            workspaces.save(new Workspace(new WorkspaceId("w" + i), "W", ZONE, "free"));
        }
    }
}
