package org.weighhouse.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.kit.FakeWorkspaces;
import org.weighhouse.api.ledger.Allowance;

class PlanSaveTest {

    @TempDir
    Path folder;

    private final FakeWorkspaces workspaces = new FakeWorkspaces();
    private FakeKaraf karaf;

    @BeforeEach
    void start() {
        karaf = new FakeKaraf(folder);
        karaf.provide(Workspaces.class, workspaces);
        karaf.actAs("admin");
        workspaces.save(new Workspace(new WorkspaceId("acme"), "Acme", ZoneId.of("UTC"), "bronze"));
    }

    private static PlanSaveCommand save(String... limits) {
        PlanSaveCommand command = new PlanSaveCommand();
        command.plan = "bronze";
        command.limits = List.of(limits);
        return command;
    }

    @Test
    void limitsAreAsTheyAreSaid() throws Exception {
        String said = karaf.run(save("message_credits=20000", "ai_tokens=1.5:soft", "cost=5:hard:rolls"));

        assertThat(workspaces.plan("bronze"))
                .contains(new Plan(
                        "bronze",
                        Map.of(
                                Unit.MESSAGE_CREDIT,
                                new Allowance(Amount.of(20_000), Allowance.Limit.HARD, false),
                                Unit.AI_TOKEN,
                                new Allowance(Amount.parse("1.5"), Allowance.Limit.SOFT, false),
                                Unit.COST,
                                new Allowance(Amount.of(5), Allowance.Limit.HARD, true))));
        assertThat(said)
                .contains("message_credits 20,000 hard; ai_tokens 1.5 soft; cost 5 hard, what is left stays")
                .contains("workspaces on it: 1");
    }

    @Test
    void noLimitAtAllIsSaidOutright() throws Exception {
        PlanSaveCommand unlimited = save();
        unlimited.unlimited = true;

        assertThat(karaf.run(unlimited)).contains("no limits");
        assertThatThrownBy(() -> karaf.run(save())).hasMessage("say -l for each limit, or --unlimited");
        PlanSaveCommand both = save("cost=1");
        both.unlimited = true;
        assertThatThrownBy(() -> karaf.run(both)).hasMessage("say -l for each limit, or --unlimited");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message_credits",
                "message_credits=",
                "message_credits=many",
                "message_credits=-1",
                "message_credits=1:hard:soft",
                "message_credits=1:elastic",
                "message_credits=1=2",
                "engagements=1",
                "pigeons=1"
            })
    void whatIsNotUnderstoodChangesNothing(String limit) {
        assertThatThrownBy(() -> karaf.run(save(limit))).hasMessageNotContaining("Exception");
        assertThat(workspaces.plan("bronze")).isEmpty();
    }

    @Test
    void aUnitHasOneLimit() {
        assertThatThrownBy(() -> karaf.run(save("cost=1", "cost=2"))).hasMessage("a plan has one limit of cost");
    }
}
