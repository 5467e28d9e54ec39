package org.weighhouse.dashboard.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.weighhouse.dashboard.internal.data.Fakes.row;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;

class CampaignReaderTest {

    @Test
    void sums_both_units_and_lists_the_latest_campaign_first() {
        DaySpan days = new DaySpan(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 23));

        List<CampaignActivity> found =
                new CampaignReader(Fakes.queries(CampaignReaderTest::answer)).read(Fakes.WORKSPACE, days);

        assertThat(found)
                .extracting(CampaignActivity::name, CampaignActivity::lastActive)
                .containsExactly(tuple("New", LocalDate.of(2026, 11, 20)), tuple("Old", LocalDate.of(2026, 11, 12)));
        assertThat(found.getLast().countedMessages().charged()).isEqualTo(Amount.of(7));
        assertThat(found.getLast().countedTokens().charged()).isEqualTo(Amount.of(900));
        assertThat(found.getFirst().countedTokens().charged()).isEqualTo(Amount.ZERO);
    }

    private static List<UsageRow> answer(UsageQuery query) {
        return query.unit() == Unit.AI_TOKEN
                ? List.of(row("2026-11-11T23:00:00Z", "old", 900))
                : List.of(
                        row("2026-11-09T23:00:00Z", "old", 3),
                        row("2026-11-09T23:00:00Z", "", 50),
                        row("2026-11-10T23:00:00Z", "old", 4),
                        row("2026-11-19T23:00:00Z", "new", 1));
    }
}
