package org.weighhouse.dashboard.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Allowance.Limit;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.dashboard.internal.component.BreakdownTable;
import org.weighhouse.dashboard.internal.component.IndicatorCard;
import org.weighhouse.dashboard.internal.data.Breakdown;
import org.weighhouse.dashboard.internal.data.DaySpan;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Indicator;
import org.weighhouse.dashboard.internal.data.Question;
import org.weighhouse.dashboard.internal.data.Share;
import org.weighhouse.dashboard.internal.data.Slices;

/** Which number is which, where people read it. */
class UsageTextsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Workspace WORKSPACE =
            new Workspace(new WorkspaceId("demo"), "Demo", ZoneOffset.UTC, "Growth", Currency.getInstance("EUR"));
    private static final Formats ENGLISH = new Formats(Locale.ENGLISH, ZoneOffset.UTC, WORKSPACE.currency());

    @Test
    void a_breakdown_shows_one_number_while_a_message_costs_a_credit() {
        assertThat(breakdown(Unit.MESSAGE_CREDIT, new Usage(Amount.of(6_700), 9, Measures.of(6_700))))
                .contains("WhatsApp 100% 6,700 messages")
                .contains("Total 6,700 messages")
                .doesNotContain("credits");
    }

    @Test
    void a_breakdown_says_which_are_messages_and_which_are_credits() {
        assertThat(breakdown(Unit.MESSAGE_CREDIT, new Usage(Amount.of(20_100), 9, Measures.of(6_700))))
                .contains("WhatsApp 100% 6,700 messages · 20,100 credits")
                .contains("Total 6,700 messages · 20,100 credits");
    }

    @Test
    void a_breakdown_of_costs_is_money() {
        assertThat(breakdown(Unit.COST, new Usage(Amount.of(12_594_000), 9, Measures.NONE)))
                .contains("WhatsApp 100% €12.594")
                .contains("Total €12.594");
    }

    @Test
    void the_card_of_messages_says_how_many_beside_the_credits() {
        assertThat(card(12_500)).contains("Messages 12,500 / 20,000 7,500 left this month");
        assertThat(card(4_200)).contains("Messages 12,500 / 20,000 4,200 messages · 7,500 credits left this month");
    }

    private static String card(long messages) {
        TimeRange month = new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
        Balance balance = new Balance(
                true,
                Limit.HARD,
                Amount.of(12_500),
                Amount.ZERO,
                Amount.of(7_500),
                Amount.ZERO,
                Amount.of(20_000),
                month);
        IndicatorCard card = new IndicatorCard(Unit.MESSAGE_CREDIT);
        card.show(
                Indicator.of(Unit.MESSAGE_CREDIT, balance, new Usage(Amount.of(12_500), 9, Measures.of(messages))),
                ENGLISH);
        return Texts.of(card);
    }

    private static String breakdown(Unit unit, Usage usage) {
        Question question = new Question(WORKSPACE, unit, Dimension.CHANNEL, new DaySpan(DAY, DAY));
        Share share = new Share("whatsapp", "WhatsApp", "#25D366", usage, List.of(usage.amount()));
        BreakdownTable table = new BreakdownTable("breakdown", "Usage", "Channel");
        table.show(
                new Breakdown(question, new Slices(List.of(Instant.EPOCH), Window.DAY), List.of(share), usage),
                ENGLISH);
        return Texts.of(table);
    }
}
