package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reference;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Amendment.Change;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.Window;

/** In whatever order amendments arrive, they amount to the same: in balances, cells and grants. */
class AmendmentOrderTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Reference WAMID = Reference.of("wamid.1");
    private static final TimeRange DAY = new TimeRange(NOON.minusSeconds(43_200), NOON.plusSeconds(43_200));
    private static final List<Amendment> SAID = List.of(
            said("a", 1, new Change.Kind("service")),
            said("b", 2, new Change.Quantity(2)),
            said("c", 5, new Change.Quantity(1)),
            said("d", 3, new Change.Cost(Amount.of(7)), new Change.Market("FR")),
            said("e", 4, new Change.Kind("marketing"), new Change.Cost(Amount.of(9))));

    private static Amendment said(String id, int seconds, Change... changes) {
        return new Amendment(id, "", NOON.plusSeconds(seconds), List.of(changes));
    }

    /** One workspace for each order, and a restart between one amendment of each and the next. */
    @Test
    @Timeout(120)
    void everyOrderOfAmendmentsAmountsToTheSame() {
        List<List<Amendment>> orders = orders(SAID);
        assertThat(orders).hasSize(120);
        try (MemoryLedger ledger = new MemoryLedger(Settings.DEFAULT.withCheckpointEvery(200, 100))) {
            // Some are said before the message was counted: in the first orders all but the last.
            for (int step = 0; step <= SAID.size(); step++) {
                for (int order = 0; order < orders.size(); order++) {
                    WorkspaceId workspace = new WorkspaceId("order-" + order);
                    if (step == order % (SAID.size() + 1)) {
                        send(ledger, workspace);
                    }
                    if (step < SAID.size()) {
                        amend(ledger, workspace, orders.get(order).get(step));
                    }
                }
                ledger.restart();
            }
            Set<String> ends = new HashSet<>();
            for (int order = 0; order < orders.size(); order++) {
                ends.add(describe(ledger, new WorkspaceId("order-" + order)));
            }
            assertThat(ends).hasSize(1);
            assertThat(ends.iterator().next()).contains("marketing", "FR");
            assertThat(ledger.findings()).isEmpty();
        }
    }

    private static void send(MemoryLedger ledger, WorkspaceId workspace) {
        Allowance allowance = new Allowance(Amount.of(3), Allowance.Limit.SOFT, false);
        ledger.engine()
                .setTerms(workspace, new Terms(ZoneOffset.UTC, Map.of(CREDIT, allowance, Unit.COST, allowance)))
                .join();
        List<Amendment> known =
                ledger.queries().dossier(workspace, MemoryLedger.CHANNEL, WAMID).amendments();
        ledger.engine()
                .record(workspace, List.of(credits("m", known), cost("m/cost", known)))
                .join();
    }

    private static void amend(MemoryLedger ledger, WorkspaceId workspace, Amendment amendment) {
        Dossier dossier = ledger.queries().dossier(workspace, MemoryLedger.CHANNEL, WAMID);
        List<Amendment> all = Stream.concat(dossier.amendments().stream(), Stream.of(amendment))
                .toList();
        List<Posting> restated = dossier.original().isEmpty()
                ? List.of()
                : List.of(
                        credits(amendment.id(), all).restating("m"),
                        cost(amendment.id() + "/cost", all).restating("m/cost"));
        ledger.engine()
                .amend(workspace, MemoryLedger.CHANNEL, WAMID, amendment, dossier.basis(), restated)
                .join();
    }

    private static Posting credits(String id, List<Amendment> said) {
        long quantity =
                newest(said, Change.Quantity.class, Change.Quantity::value).orElse(5L);
        return Posting.fact("telegram", id, NOON, CREDIT, Amount.of(quantity), Measures.of(quantity), attribution(said))
                .with(WAMID);
    }

    private static Posting cost(String id, List<Amendment> said) {
        Amount cost = newest(said, Change.Cost.class, Change.Cost::value).orElse(Amount.of(4));
        return Posting.fact("telegram", id, NOON, Unit.COST, cost, Measures.NONE, attribution(said))
                .with(WAMID);
    }

    private static Attribution attribution(List<Amendment> said) {
        return Attribution.NONE
                .with(Dimension.CHANNEL, MemoryLedger.CHANNEL)
                .with(
                        Dimension.MESSAGE_KIND,
                        newest(said, Change.Kind.class, Change.Kind::value).orElse("text"))
                .with(
                        Dimension.MARKET,
                        newest(said, Change.Market.class, Change.Market::value).orElse("DE"));
    }

    private static <C extends Change, V> Optional<V> newest(List<Amendment> said, Class<C> kind, Function<C, V> value) {
        return said.stream()
                .sorted(Comparator.comparing(Amendment::asOf).reversed())
                .flatMap(amendment -> amendment.changes().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(value)
                .findFirst();
    }

    /** Balances, grants and cells; not how many entries it took, nor cells in which nothing is left. */
    private static String describe(MemoryLedger ledger, WorkspaceId workspace) {
        StringBuilder text = new StringBuilder(ledger.engine().describe(workspace));
        for (Unit unit : List.of(CREDIT, Unit.COST)) {
            text.append(ledger.queries().balance(workspace, unit, ledger.clock.instant()));
            ledger
                    .queries()
                    .query(UsageQuery.total(workspace, unit, DAY, ZoneOffset.UTC)
                            .per(Window.QUARTER_HOUR)
                            .by(Dimension.values()))
                    .stream()
                    .filter(row -> !isNothing(row.usage()))
                    // The number of events stays where they were first counted.
                    .forEach(row -> text.append(row.group())
                            .append(row.usage().amount())
                            .append(row.usage().measures()));
        }
        return text.toString().replaceAll(" (turnover|entries) \\d+", "").replace(workspace.value(), "workspace");
    }

    private static boolean isNothing(Usage usage) {
        return usage.amount().isZero() && Measures.NONE.equals(usage.measures());
    }

    private static List<List<Amendment>> orders(List<Amendment> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Amendment>> orders = new ArrayList<>();
        for (Amendment first : all) {
            List<Amendment> rest = new ArrayList<>(all);
            rest.remove(first);
            orders(rest)
                    .forEach(order -> orders.add(
                            Stream.concat(Stream.of(first), order.stream()).toList()));
        }
        return orders;
    }
}
