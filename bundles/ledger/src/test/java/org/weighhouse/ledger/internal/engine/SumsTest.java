package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.database.Dialect;

@ParameterizedClass
@EnumSource(Dialect.class)
class SumsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final TimeRange OCTOBER =
            new TimeRange(Instant.parse("2026-09-30T22:00:00Z"), Instant.parse("2026-10-31T23:00:00Z"));

    @Parameter
    Dialect dialect;

    @Test
    void entriesAndBalanceAndCellsAddUpInEveryWindowAlsoAfterARestart() {
        try (TestLedger ledger = new TestLedger(dialect)) {
            ledger.terms(ACME, "Europe/Berlin", 1_000, Allowance.Limit.SOFT, false);
            Random random = new Random(7);
            for (int batch = 0; batch < 10; batch++) {
                ledger.engine().record(ACME, batch(batch, random)).join();
            }
            checkSums(ledger);
            ledger.restart();
            checkSums(ledger);
        }
    }

    private static void checkSums(TestLedger ledger) {
        Usage fromEntries = sumOfEntries(ledger, OCTOBER);
        assertThat(fromEntries.events()).isGreaterThan(1_000);
        for (Window window : Window.values()) {
            for (List<Dimension> groups : List.of(List.<Dimension>of(), List.of(Dimension.values()))) {
                UsageQuery query =
                        new UsageQuery(ACME, Unit.AI_TOKEN, OCTOBER, Map.of(), groups, window, BERLIN, false);
                List<UsageRow> rows = ledger.engine().queries().query(query);
                assertThat(sum(rows)).as(window.name()).isEqualTo(fromEntries);
            }
        }
        assertThat(ledger.engine()
                        .queries()
                        .balance(ACME, Unit.AI_TOKEN, Instant.parse("2026-10-31T22:59:59.999999Z"))
                        .used())
                .isEqualTo(fromEntries.amount());
        checkFilter(ledger, fromEntries);
        for (UsageRow hour : ledger.engine()
                .queries()
                .query(UsageQuery.total(ACME, Unit.AI_TOKEN, OCTOBER, BERLIN).per(Window.DAY))) {
            assertThat(sumOfEntries(ledger, hour.slice())).isEqualTo(hour.usage());
        }
    }

    private static void checkFilter(TestLedger ledger, Usage all) {
        UsageQuery query = UsageQuery.total(ACME, Unit.AI_TOKEN, OCTOBER, BERLIN);
        Usage some = sum(ledger.engine().queries().query(query.where(Map.of(Dimension.CAMPAIGN, Set.of("c0", "c1")))));
        Usage rest = sum(ledger.engine().queries().query(query.where(Map.of(Dimension.CAMPAIGN, Set.of("c2", "c3")))));
        assertThat(some.plus(rest)).isEqualTo(all);
    }

    private static Usage sum(List<UsageRow> rows) {
        return rows.stream().map(UsageRow::usage).reduce(Usage.NONE, Usage::plus);
    }

    private static Usage sumOfEntries(TestLedger ledger, TimeRange range) {
        return TestLedger.sum(ledger.entries(UsageQuery.total(ACME, Unit.AI_TOKEN, range, BERLIN)));
    }

    private static List<Posting> batch(int batch, Random random) {
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean correction = batch > 0 && random.nextInt(10) == 0;
            TokenBuckets tokens = new TokenBuckets(random.nextInt(900), random.nextInt(90), i, batch, i % 5, 0);
            Posting posting = Posting.fact(
                    "openai",
                    "p" + batch + "-" + i,
                    Instant.parse("2026-09-25T00:00:00Z").plusSeconds(random.nextInt(40 * 86_400)),
                    Unit.AI_TOKEN,
                    new Amount(tokens.total() * 1_000 + random.nextInt(1_000)),
                    new Measures(1, i % 3, i % 7 * 100, tokens),
                    attribution(random));
            postings.add(
                    correction ? posting.correcting("p" + random.nextInt(batch) + "-" + random.nextInt(200)) : posting);
        }
        return postings;
    }

    private static Attribution attribution(Random random) {
        return new Attribution(
                "telegram",
                "",
                "c" + random.nextInt(4),
                "f" + random.nextInt(3),
                "smart-reply",
                "gpt-" + random.nextInt(2),
                "DE",
                "main",
                "key-" + random.nextInt(2),
                "u" + random.nextInt(50));
    }
}
