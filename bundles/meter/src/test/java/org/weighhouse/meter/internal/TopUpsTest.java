package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.Acting;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.kit.FakeTrail;
import org.weighhouse.api.kit.UnaskedLedger;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.LedgerUnavailableException;

class TopUpsTest extends MeterFixture {

    private static final Actor ANNA = new Actor("anna", Actor.Way.CONSOLE, "192.0.2.7");

    /** What was in the trail when the ledger was asked. */
    private final List<String> before = new ArrayList<>();

    private CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(true);

    private final UnaskedLedger asked = new UnaskedLedger() {
        @Override
        public CompletableFuture<Boolean> grant(Grant grant) {
            before.addAll(told());
            return answer;
        }
    };

    private final LedgerTopUps topUps = new LedgerTopUps(asked, workspaces, trail, new Answers(Duration.ofMillis(50)));

    @Test
    void whoGivesIsInTheTrailBeforeAnythingIsGiven() {
        assertThat(give(grant(DEMO, Instant.MAX))).isTrue();

        assertThat(before).containsExactly("anna credits-given g1: 5 message_credits");
        assertThat(told()).isEqualTo(before);
        assertThat(trail.lines)
                .extracting(line -> line.deed().workspace())
                .containsExactly(java.util.Optional.of(DEMO));
    }

    @Test
    void aSecondTimeAndARefusalAreTold() {
        answer = CompletableFuture.completedFuture(false);
        assertThat(give(grant(DEMO, NOW))).isFalse();
        answer = CompletableFuture.failedFuture(new LedgerUnavailableException("full"));
        assertThatThrownBy(() -> give(grant(DEMO, NOW))).isInstanceOf(LedgerUnavailableException.class);
        answer = new CompletableFuture<>();
        assertThatThrownBy(() -> give(grant(DEMO, NOW)))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageContaining("asking again with the same id counts once");

        String given = "anna credits-given g1: 5 message_credits until 2026-06-15T12:00:00Z";
        assertThat(told())
                .containsExactly(
                        given,
                        "anna credits-given refused g1: given before, so nothing changed",
                        given,
                        "anna credits-given refused g1: full",
                        given,
                        told().getLast());
    }

    @Test
    void nobodyGivesToAWorkspaceThatIsNotThere() {
        assertThatThrownBy(() -> give(grant(new WorkspaceId("nowhere"), NOW)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no workspace nowhere");
        assertThat(trail.lines).isEmpty();
    }

    private boolean give(Grant grant) {
        try (Acting.Scope anna = Acting.as(ANNA)) {
            return topUps.give(grant);
        }
    }

    private static Grant grant(WorkspaceId workspace, Instant expires) {
        return new Grant(
                workspace,
                "g1",
                Unit.MESSAGE_CREDIT,
                Grant.Kind.TOP_UP,
                Amount.of(5),
                NOW,
                expires,
                Grant.TOP_UP_PRIORITY);
    }

    private List<String> told() {
        return trail.lines.stream().map(FakeTrail.Line::toString).toList();
    }
}
