package org.weighhouse.dashboard.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.dashboard.internal.data.Fakes.row;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
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

    private static Breakdown read(Dimension by, UsageRow... rows) {
        Question question = new Question(Fakes.WORKSPACE, Unit.MESSAGE_CREDIT, by, TWO_WEEKS);
        return new UsageReader(Fakes.queries(query -> List.of(rows)), Fakes.telegramOffline()).read(question);
    }
}
