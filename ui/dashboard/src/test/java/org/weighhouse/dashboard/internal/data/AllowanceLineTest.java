package org.weighhouse.dashboard.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.kit.FakeWorkspaces;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Allowance.Limit;
import org.weighhouse.api.ledger.Balance;

class AllowanceLineTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final FakeWorkspaces workspaces = new FakeWorkspaces();

    @BeforeEach
    void plan() {
        Allowance credits = new Allowance(Amount.of(20_000), Limit.HARD, false);
        workspaces.savePlan(new Plan(Fakes.WORKSPACE.plan(), Map.of(Unit.MESSAGE_CREDIT, credits)));
    }

    @Test
    void costs_have_no_line_where_nothing_has_a_price() {
        assertThat(lines(Amount.ZERO))
                .extracting(AllowanceLine::unit)
                .containsExactly(Unit.SUBSCRIBER, Unit.MESSAGE_CREDIT, Unit.AI_TOKEN);
    }

    @Test
    void costs_have_a_line_where_there_are_any() {
        AllowanceLine cost = lines(Amount.of(94_000)).getLast();

        assertThat(cost.unit()).isEqualTo(Unit.COST);
        assertThat(cost.used()).isEqualTo(Amount.of(94_000));
        assertThat(cost.allowance()).isEmpty();
        assertThat(cost.rule()).isEqualTo("Counted, never refused");
    }

    private List<AllowanceLine> lines(Amount cost) {
        return AllowanceLine.of(
                workspaces,
                Fakes.balances(unit -> balance(unit == Unit.COST ? cost : Amount.ZERO)),
                Fakes.WORKSPACE,
                NOW);
    }

    private static Balance balance(Amount used) {
        TimeRange month = new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
        return new Balance(false, Limit.SOFT, used, Amount.ZERO, Amount.ZERO, Amount.ZERO, used, month);
    }
}
