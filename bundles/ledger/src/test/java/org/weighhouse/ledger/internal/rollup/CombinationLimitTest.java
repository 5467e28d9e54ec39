package org.weighhouse.ledger.internal.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weighhouse.ledger.internal.rollup.CellHouse.ACME;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.ledger.internal.record.Micros;

class CombinationLimitTest {

    private static final String NOON = "2026-11-20T12:00:00Z";
    private static final String NEXT_DAY = "2026-11-21T12:00:00Z";
    private static final Attribution ALL_OTHER = allOther();

    @TempDir
    Path folder;

    @Test
    void beyondTheLimitCampaignsAndFlowsAreFoldedThenEverything() {
        CellHouse house = new CellHouse(folder, new CellSettings(2, 400, 0));
        for (String campaign : List.of("a", "b", "c", "d")) {
            house.apply(CellHouse.entry(NOON, of("telegram", campaign), 1));
        }
        house.apply(CellHouse.entry(NOON, of("viber", "a"), 1));
        house.apply(CellHouse.entry(NOON, of("line", "a"), 1));
        house.apply(CellHouse.entry(NOON, of("telegram", "a"), 1));
        house.apply(CellHouse.entry(NEXT_DAY, of("line", "a"), 1));

        assertThat(groups(house, NOON))
                .containsExactly(
                        "(other)/(other)=1", "telegram/(other)=2", "telegram/a=2", "telegram/b=1", "viber/(other)=1");
        assertThat(groups(house, NEXT_DAY)).containsExactly("line/a=1");
    }

    @Test
    void correctionsMeetTheCellsOfTheirOriginalsWhereverTheseAre() {
        for (int restartAfter = 0; restartAfter < 12; restartAfter++) {
            CellHouse house = new CellHouse(folder.resolve("" + restartAfter), new CellSettings(2, 400, 0));
            assertThat(folder.resolve("" + restartAfter).toFile().mkdir()).isTrue();
            List<Attribution> used = List.of(
                    of("telegram", "a"),
                    of("telegram", "b"),
                    of("telegram", "c"),
                    of("viber", "a"),
                    of("line", "a"),
                    of("line", "b"));
            for (int i = 0; i < 12; i++) {
                Attribution attribution = used.get(i < 6 ? i : 11 - i);
                house.apply(CellHouse.entry(NOON, attribution, i < 6 ? 5 : -5));
                if (i == restartAfter) {
                    house.checkpoint(NEXT_DAY);
                } else if (i == restartAfter + 2) {
                    house.freeze();
                    house.restart();
                }
            }

            assertThat(groups(house, NOON))
                    .containsExactly(
                            "(other)/(other)=0",
                            "telegram/(other)=0",
                            "telegram/a=0",
                            "telegram/b=0",
                            "viber/(other)=0");
        }
    }

    @Test
    void saysUnderWhatAnEntryIsCounted() {
        CellHouse house = new CellHouse(folder, new CellSettings(1, 400, 0));
        house.apply(CellHouse.entry(NOON, of("telegram", "a"), 1));
        house.checkpoint(NEXT_DAY);
        house.apply(CellHouse.entry(NOON, of("telegram", "b"), 1));
        house.freeze();
        house.apply(CellHouse.entry(NOON, of("viber", "b"), 1));

        assertThat(countedAs(house, of("telegram", "a").withSubscriber("me"))).isEqualTo(of("telegram", "a"));
        assertThat(countedAs(house, of("telegram", "b"))).isEqualTo(other("telegram"));
        assertThat(countedAs(house, of("viber", "b"))).isEqualTo(ALL_OTHER);
    }

    @Test
    void aQueryWithTooManyRowsIsRefused() {
        CellHouse house = new CellHouse(folder, new CellSettings(200_000, 400, 0));
        for (int i = 0; i <= Rollups.MAX_ROWS; i++) {
            house.apply(CellHouse.entry(NOON, of("telegram", "c" + i), 1));
        }
        UsageQuery query = query(NOON);

        assertThatThrownBy(() -> house.query(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100000 rows");
        assertThat(house.rollups().beginTop(query).top(10).otherGroups()).isEqualTo(Rollups.MAX_ROWS - 9);
    }

    private static Attribution of(String channel, String campaign) {
        return Attribution.NONE.with(Dimension.CHANNEL, channel).with(Dimension.CAMPAIGN, campaign);
    }

    /** What there may be any number of is not told apart any more. */
    private static Attribution other(String channel) {
        return Attribution.NONE
                .with(Dimension.CHANNEL, channel)
                .with(Dimension.CAMPAIGN, Attribution.OTHER)
                .with(Dimension.AUTOMATION_FLOW, Attribution.OTHER)
                .with(Dimension.KEY, Attribution.OTHER);
    }

    private static Attribution allOther() {
        Attribution all = Attribution.NONE;
        for (Dimension dimension : Dimension.values()) {
            all = all.with(dimension, Attribution.OTHER);
        }
        return all;
    }

    private static Attribution countedAs(CellHouse house, Attribution attribution) {
        return house.rollups().countedAs(ACME, Unit.MESSAGE_CREDIT, Micros.of(Instant.parse(NOON)), attribution);
    }

    private static List<String> groups(CellHouse house, String time) {
        return house.query(query(time)).stream().map(CombinationLimitTest::text).toList();
    }

    private static String text(UsageRow row) {
        return String.join("/", row.group()) + "=" + row.usage().amount().milli();
    }

    private static UsageQuery query(String time) {
        Instant from = Instant.parse(time);
        return UsageQuery.total(ACME, Unit.MESSAGE_CREDIT, new TimeRange(from, from.plusSeconds(900)), ZoneOffset.UTC)
                .by(Dimension.CHANNEL, Dimension.CAMPAIGN)
                .per(Window.HOUR);
    }
}
