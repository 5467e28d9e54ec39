package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.database.Dialect;
import org.weighhouse.ledger.internal.rollup.CellSettings;

/** Every number comes with the entries that it is the sum of. */
@ParameterizedClass
@EnumSource(Dialect.class)
class ExplainTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final TimeRange DAY =
            new TimeRange(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-21T00:00:00Z"));
    private static final int COMBINATIONS = 5;

    @Parameter
    Dialect dialect;

    private TestLedger ledger;

    @BeforeEach
    void open() {
        Settings settings = TestLedger.MANY_CHECKPOINTS.withCells(new CellSettings(COMBINATIONS, 400, 0));
        ledger = new TestLedger(dialect, store -> store, settings);
        for (int i = 0; i < 60; i++) {
            ledger.record(posting("m" + i, i % 8, NOON.plusSeconds(300L * i), 1 + i));
        }
        Attribution moved = Attribution.NONE.with(Dimension.CHANNEL, "telegram").with(Dimension.CAMPAIGN, "c1");
        ledger.record(TestLedger.correcting("m7", "late", 3, moved));
        ledger.record(TestLedger.correcting("m1", "less", 1, moved));
        // What must not be in it: another workspace, another day.
        ledger.engine()
                .record(new WorkspaceId("other"), List.of(posting("x", 1, NOON, 500)))
                .join();
        ledger.record(posting("y", 1, NOON.plusSeconds(86_400), 500));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static Posting posting(String id, int campaign, Instant time, long credits) {
        return Posting.fact(
                "telegram",
                id,
                time,
                CREDIT,
                Amount.of(credits),
                Measures.of(1),
                Attribution.NONE.with(Dimension.CHANNEL, "telegram").with(Dimension.CAMPAIGN, "c" + campaign));
    }

    @Test
    void theEntriesOfEveryGroupAddUpToItsNumber() {
        UsageQuery byCampaign = day().by(Dimension.CAMPAIGN);
        List<UsageRow> rows = ledger.engine().queries().query(byCampaign);

        assertThat(rows).hasSize(COMBINATIONS + 1);
        for (UsageRow row : rows) {
            UsageQuery one = day().where(Map.of(Dimension.CAMPAIGN, Set.copyOf(row.group())));
            assertThat(explain(one)).as("%s", row.group()).isEqualTo(row.usage());
        }
        assertThat(explain(day()))
                .isEqualTo(ledger.engine().queries().query(day()).getFirst().usage());
    }

    /** The roll-ups tell only so many campaigns apart; the entries still say which it was. */
    @Test
    void whatIsCountedTogetherIsStillTold() {
        UsageQuery other = day().where(Map.of(Dimension.CAMPAIGN, Set.of(Attribution.OTHER)));

        List<LedgerEntry> entries = ledger.entries(other);

        assertThat(entries).extracting(entry -> entry.attribution().campaign()).containsOnly("c5", "c6", "c7");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000})
    void pagesOfAnySizeAreTheSameEntries(int size) {
        List<LedgerEntry> all = ledger.entries(day());

        assertThat(all).hasSize(63); // the correction that moves m7 has two entries
        assertThat(ledger.entries(day(), size)).isEqualTo(all);
        UsageQuery other = day().where(Map.of(Dimension.CAMPAIGN, Set.of(Attribution.OTHER)));
        assertThat(ledger.entries(other, size)).isEqualTo(ledger.entries(other)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30})
    void whatIsWrittenMeanwhileComesAtTheEnd(int size) {
        List<LedgerEntry> paged = new ArrayList<>();
        EntryPage page = ledger.engine().queries().explain(day(), EntryPage.START, size);
        for (int i = 0; !page.isLast(); i++) {
            paged.addAll(page.entries());
            if (i < 5) {
                ledger.record(posting("meanwhile" + i, 1, NOON.minusSeconds(i), 1));
            }
            page = ledger.engine().queries().explain(day(), page.next(), size);
        }
        paged.addAll(page.entries());

        assertThat(paged).isEqualTo(ledger.entries(day()));
    }

    @Test
    void aPlaceThatNoPageSaidIsRefusedOrHarmless() {
        List<LedgerEntry> all = ledger.entries(day());
        long next =
                ledger.engine().queries().explain(day(), EntryPage.START, 10).next();

        for (long from : new long[] {next - 1, next + 1, next * 2, 1, 1 << 21, Long.MAX_VALUE}) {
            List<LedgerEntry> found =
                    ledger.engine().queries().explain(day(), from, 1_000).entries();
            assertThat(found).isEqualTo(all.subList(all.size() - found.size(), all.size()));
        }
        assertRefused(-2, 10);
        assertRefused(Long.MIN_VALUE, 10);
        assertRefused(EntryPage.START, 0);
        assertRefused(EntryPage.START, UsageQueries.MAX_ENTRIES + 1);
    }

    private void assertRefused(long from, int limit) {
        assertThatThrownBy(() -> ledger.engine().queries().explain(day(), from, limit))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTopGroupsAndTheRestAddUp() {
        List<UsageRow> all = ledger.engine().queries().query(day().by(Dimension.CAMPAIGN));

        TopUsage top = ledger.engine().queries().top(day().by(Dimension.CAMPAIGN), 2);

        assertThat(top.rows()).hasSize(2);
        assertThat(top.otherGroups()).isEqualTo(all.size() - 2);
        assertThat(top.rows().getFirst().usage().amount().milli())
                .isGreaterThanOrEqualTo(top.rows().getLast().usage().amount().milli());
        Usage sum = top.rows().stream().map(UsageRow::usage).reduce(top.others(), Usage::plus);
        assertThat(sum).isEqualTo(all.stream().map(UsageRow::usage).reduce(Usage.NONE, Usage::plus));
        long largest = all.stream()
                .mapToLong(row -> row.usage().amount().milli())
                .max()
                .orElseThrow();
        assertThat(top.rows().getFirst().usage().amount().milli()).isEqualTo(largest);
    }

    @Test
    void onlySoManyAreOnTop() {
        assertThatThrownBy(() -> ledger.engine().queries().top(day(), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.engine().queries().top(day(), UsageQueries.MAX_TOP + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static UsageQuery day() {
        return UsageQuery.total(ACME, CREDIT, DAY, ZoneOffset.UTC);
    }

    private Usage explain(UsageQuery query) {
        return TestLedger.sum(ledger.entries(query));
    }
}
