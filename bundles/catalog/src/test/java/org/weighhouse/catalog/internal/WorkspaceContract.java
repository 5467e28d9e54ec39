package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Edition;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.RateCard.MessageRate;
import org.weighhouse.api.catalog.RateCard.TokenRate;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Allowance.Limit;

abstract class WorkspaceContract extends CatalogContract {

    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void aNewInstallationHasTheBuiltInPlans() {
        assertThat(house.workspaces.plans())
                .extracting(Plan::name)
                .containsExactly("free", "growth", "scale", "unlimited");
        assertThat(house.workspaces.plan("free").orElseThrow().allowances())
                .isEqualTo(Map.of(
                        Unit.MESSAGE_CREDIT, new Allowance(Amount.of(1_000), Limit.HARD, false),
                        Unit.AI_TOKEN, new Allowance(Amount.of(50_000), Limit.HARD, false),
                        Unit.SUBSCRIBER, new Allowance(Amount.of(100), Limit.SOFT, false)));
        assertThat(house.workspaces.plan("unlimited").orElseThrow().allowances())
                .isEmpty();
    }

    @Test
    void aChangedPlanSurvivesARestartAndIsNotPutBack() {
        Plan changed = new Plan("free", Map.of(Unit.AI_TOKEN, new Allowance(Amount.parse("7.125"), Limit.SOFT, true)));
        house.workspaces.savePlan(changed);
        restart();

        assertThat(house.workspaces.plan("free")).contains(changed);
        assertThat(house.workspaces.plans()).hasSize(4);
    }

    @Test
    void aWorkspaceSurvivesARestartAndCanBeChanged() {
        saveDemo("free");
        Workspace changed =
                new Workspace(DEMO, "Größe ☕", ZoneId.of("Asia/Kolkata"), "growth", Currency.getInstance("EUR"));
        house.workspaces.save(changed);
        assertThat(house.workspaces.find(DEMO)).contains(changed);
        restart();

        assertThat(house.workspaces.all()).containsExactly(changed);
    }

    @Test
    void aWorkspaceOnAnUnknownPlanIsRefusedAndChangesNothing() throws Exception {
        long before = house.feed.version();

        assertThatThrownBy(() -> saveDemo("gold"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gold")
                .hasMessageContaining("growth");
        assertThat(house.workspaces.all()).isEmpty();
        assertThat(house.values("catalog_workspace")).isEmpty();
        assertThat(house.feed.version()).isEqualTo(before);
    }

    @Test
    void aFailedWriteIsNotShown() throws Exception {
        saveDemo("free");
        house.sql("drop table catalog_token_rate");

        assertThatThrownBy(() -> house.workspaces.saveRateCard(DEMO, card(JUNE, "2")))
                .isInstanceOf(RuntimeException.class);
        assertThat(house.workspaces.rateCard(DEMO, JULY)).isEqualTo(RateCard.DEFAULT);
        assertThat(house.values("catalog_rate_card")).isEmpty();
    }

    @Test
    void theRateCardInForceIsTheLatestThatHasBegun() {
        saveDemo("free");
        house.workspaces.saveRateCard(DEMO, card(JULY, "3"));
        house.workspaces.saveRateCard(DEMO, card(JUNE, "2"));
        restart();

        assertThat(house.workspaces.rateCard(DEMO, JUNE.minusMillis(1))).isEqualTo(RateCard.DEFAULT);
        assertThat(house.workspaces.rateCard(DEMO, JUNE)).isEqualTo(card(JUNE, "2"));
        assertThat(house.workspaces.rateCard(DEMO, JULY.minusMillis(1))).isEqualTo(card(JUNE, "2"));
        assertThat(house.workspaces.rateCard(DEMO, JULY)).isEqualTo(card(JULY, "3"));
        assertThat(house.workspaces.rateCard(new WorkspaceId("other"), JULY)).isEqualTo(RateCard.DEFAULT);
    }

    @Test
    void aRateCardOfTheSameDateIsTheNextEditionAndTheOldOneStays() {
        saveDemo("free");
        RateCard bare = new RateCard(JUNE, List.of(), List.of());
        house.workspaces.saveRateCard(DEMO, card(JUNE, "2"));
        house.workspaces.saveRateCard(DEMO, bare);
        house.workspaces.saveRateCard(DEMO, bare);
        restart();

        assertThat(house.workspaces.rateCard(DEMO, JULY)).isEqualTo(bare);
        assertThat(house.workspaces.rateCards(DEMO))
                .extracting(Edition::content, Edition::number)
                .containsExactly(tuple(card(JUNE, "2"), 1), tuple(bare, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.001", "1000000000.001"})
    void aRateOutOfRangeIsRefused(String credits) {
        saveDemo("free");

        assertThatThrownBy(() -> house.workspaces.saveRateCard(DEMO, card(JUNE, credits)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(house.workspaces.rateCard(DEMO, JULY)).isEqualTo(RateCard.DEFAULT);
    }

    /** Several rows in an order that sorting would change, for the first match wins. */
    private static RateCard card(Instant from, String credits) {
        Amount half = Amount.parse("0.5");
        return new RateCard(
                from,
                List.of(
                        new MessageRate("telegram", "photo", "", Amount.parse(credits)),
                        new MessageRate("telegram", RateCard.ANY, "DE", half),
                        new MessageRate("telegram", "photo", "", Amount.parse(credits)),
                        new MessageRate(RateCard.ANY, RateCard.ANY, RateCard.ANY, Amount.of(1))),
                List.of(
                        new TokenRate("z", half, half, half, half, half, half),
                        new TokenRate(
                                "a",
                                Amount.of(1),
                                Amount.of(2),
                                Amount.of(3),
                                Amount.of(4),
                                Amount.of(5),
                                Amount.of(6))));
    }
}
