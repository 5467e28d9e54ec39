package org.weighhouse.dashboard.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.dashboard.internal.data.Fakes.row;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ApiKeys.KeyInfo;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageRow;

class UsageReaderTest {

    private static final DaySpan TWO_WEEKS = new DaySpan(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 23));

    @Test
    void bars_and_rows_add_up_to_the_total() {
        Breakdown breakdown = read(
                Dimension.CHANNEL,
                row("2026-11-09T23:00:00Z", "telegram", 30),
                row("2026-11-09T23:00:00Z", "whatsapp", 67),
                row("2026-11-22T23:00:00Z", "telegram", 2),
                row("2026-11-22T23:00:00Z", "", 1));

        assertThat(breakdown.total()).isEqualTo(Amount.of(100));
        assertThat(breakdown.shares()).extracting(Share::key).containsExactly("whatsapp", "telegram", "");
        assertThat(breakdown.shares())
                .extracting(Share::amount)
                .containsExactly(Amount.of(67), Amount.of(32), Amount.of(1));
        for (Share share : breakdown.shares()) {
            assertThat(share.perSlice()).hasSize(14);
            assertThat(share.perSlice().stream().reduce(Amount.ZERO, Amount::plus))
                    .isEqualTo(share.amount());
        }
        assertThat(breakdown.shares().get(1).perSlice().getFirst()).isEqualTo(Amount.of(30));
        assertThat(breakdown.shares().get(1).perSlice().getLast()).isEqualTo(Amount.of(2));
    }

    @Test
    void a_channel_keeps_its_name_and_colour_when_its_adapter_is_gone() {
        Share share = read(Dimension.CHANNEL, row("2026-11-09T23:00:00Z", "telegram", 1))
                .shares()
                .getFirst();

        assertThat(share.label()).isEqualTo("Telegram");
        assertThat(share.color()).isEqualTo("#2AABEE");
    }

    @Test
    void values_without_a_colour_of_their_own_differ_from_their_neighbours() {
        List<Share> shares = read(
                        Dimension.CAMPAIGN,
                        row("2026-11-09T23:00:00Z", "spring-sale", 3),
                        row("2026-11-09T23:00:00Z", "autumn-sale", 2),
                        row("2026-11-09T23:00:00Z", "", 1))
                .shares();

        assertThat(shares).extracting(Share::label).containsExactly("Spring sale", "Autumn sale", "Not attributed");
        assertThat(shares).extracting(Share::color).doesNotHaveDuplicates();
    }

    @Test
    void nothing_used_is_an_empty_breakdown_with_all_its_slices() {
        Breakdown breakdown = read(Dimension.CHANNEL);

        assertThat(breakdown.isEmpty()).isTrue();
        assertThat(breakdown.total()).isEqualTo(Amount.ZERO);
        assertThat(breakdown.slices().starts()).hasSize(14);
    }

    @Test
    void what_the_ledger_counts_together_is_told() {
        Breakdown together = read(Dimension.CAMPAIGN, row("2026-11-09T23:00:00Z", Attribution.OTHER, 3));

        assertThat(together.hasOther()).isTrue();
        assertThat(together.shares()).extracting(Share::label).containsExactly("(other)");
        assertThat(read(Dimension.CAMPAIGN, row("2026-11-09T23:00:00Z", "other", 3))
                        .hasOther())
                .isFalse();
    }

    @Test
    void says_messages_once_where_each_costs_a_credit_and_twice_where_not() {
        Formats english = new Formats(Locale.ENGLISH, Fakes.WORKSPACE.zone(), Fakes.WORKSPACE.currency());
        Breakdown plain = read(Dimension.CHANNEL, row("2026-11-09T23:00:00Z", "telegram", 6_700));
        Breakdown weighted = read(
                Dimension.CHANNEL,
                row("2026-11-09T23:00:00Z", "telegram", new Usage(Amount.parse("3350.5"), 1, Measures.of(6_700))),
                row("2026-11-10T23:00:00Z", "telegram", new Usage(Amount.parse("-0.5"), 0, Measures.of(-1))));

        assertThat(plain.counted().text(english)).isEqualTo("6,700 messages");
        assertThat(weighted.counted().text(english)).isEqualTo("6,699 messages · 3,350 credits");
    }

    @Test
    void an_account_has_its_name_and_a_key_its_label_until_they_are_gone() {
        FakeAccounts accounts = new FakeAccounts();
        accounts.connect(
                Fakes.WORKSPACE.id(),
                "telegram",
                new AccountDetails("Counter bot", URI.create("http://[::1]"), Map.of(), Map.of()));
        KeyInfo key =
                new KeyInfo("k1", Fakes.WORKSPACE.id(), "1234", KeyTerms.of("Shop"), Instant.EPOCH, Optional.empty());
        Names names = new Names(Fakes.telegramOffline(), accounts.list(Fakes.WORKSPACE.id()), List.of(key));

        assertThat(names.label(Dimension.ACCOUNT, "acc1")).isEqualTo("Counter bot (Telegram)");
        assertThat(names.label(Dimension.ACCOUNT, "acc2")).isEqualTo("acc2");
        assertThat(names.label(Dimension.KEY, "k1")).isEqualTo("Shop");
        assertThat(names.label(Dimension.KEY, "k2")).isEqualTo("k2");
        assertThat(names.label(Dimension.MARKET, "rest-of-asia")).isEqualTo("rest-of-asia");
    }

    @Test
    void offers_markets_accounts_and_keys_where_something_was_said_of_them() {
        Question question = new Question(Fakes.WORKSPACE, Unit.MESSAGE_CREDIT, Dimension.KEY, TWO_WEEKS);
        UsageQueries queries = Fakes.queries(query -> switch (query.groupBy().getFirst()) {
            case MARKET -> List.of(row("2026-11-09T23:00:00Z", "", 9), row("2026-11-09T23:00:00Z", "NL", 1));
            default -> List.of(row("2026-11-09T23:00:00Z", "", 10));
        });

        assertThat(DimensionChoice.of(queries, question))
                .containsExactly(
                        Dimension.CHANNEL,
                        Dimension.MESSAGE_KIND,
                        Dimension.CAMPAIGN,
                        Dimension.AUTOMATION_FLOW,
                        Dimension.AI_FEATURE,
                        Dimension.MODEL,
                        Dimension.MARKET,
                        Dimension.KEY);
    }

    private static Breakdown read(Dimension by, UsageRow... rows) {
        Question question = new Question(Fakes.WORKSPACE, Unit.MESSAGE_CREDIT, by, TWO_WEEKS);
        return new UsageReader(Fakes.queries(query -> List.of(rows)), Fakes.names()).read(question);
    }
}
