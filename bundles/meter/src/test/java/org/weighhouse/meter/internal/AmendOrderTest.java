package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Amendment.Change;
import org.weighhouse.api.meter.Hold;

/** Whatever the order in which things are said and counted, and however often: the result is the same. */
class AmendOrderTest {

    /** One run: a meter of its own, and the name under which the thing is settled. */
    private static final class World extends AmendFixture {

        private final LedgerMeter meter = meter();

        void settleTwice(Occurrence counted) {
            Hold hold = held(meter, counted);
            meter.settle(hold, counted);
            meter.settle(hold, counted);
        }

        void observe(Occurrence counted) {
            meter.observe(DEMO, "acc1", "o", counted);
            meter.observe(DEMO, "acc1", "o", counted);
        }

        Map<String, FakeBook.Sum> after(List<Consumer<World>> steps) {
            steps.forEach(step -> step.accept(this));
            return ledger.book.sums();
        }
    }

    static Stream<List<Amendment>> fives() {
        return Stream.of(
                List.of(
                        AmendFixture.said("a", "", 1, AmendFixture.kind("marketing"), AmendFixture.cost(500)),
                        AmendFixture.said("b", "", 1, AmendFixture.kind("utility"), AmendFixture.quantity(3)),
                        AmendFixture.said("c", "anna", 1, AmendFixture.market("FR")),
                        AmendFixture.said("d", "anna", 1, AmendFixture.market("IT"), AmendFixture.cost(9)),
                        AmendFixture.said("e", "bob", 0, AmendFixture.quantity(0))),
                List.of(
                        AmendFixture.said("a", "", 2, AmendFixture.quantity(0)),
                        AmendFixture.said("b", "", 2, AmendFixture.cost(70)),
                        AmendFixture.said("c", "", 3, AmendFixture.kind("marketing")),
                        AmendFixture.said("d", "", 1, AmendFixture.quantity(4), AmendFixture.cost(60)),
                        AmendFixture.said("e", "", 2, AmendFixture.market("FR"))),
                List.of(
                        AmendFixture.said("a", "anna", 2, AmendFixture.kind("marketing"), AmendFixture.quantity(2)),
                        AmendFixture.said("b", "anna", 2, AmendFixture.quantity(0)),
                        AmendFixture.said("c", "", 9, AmendFixture.quantity(0)),
                        AmendFixture.said("d", "bob", 2, AmendFixture.cost(1)),
                        AmendFixture.said("e", "carl", 2, AmendFixture.quantity(1))));
    }

    @ParameterizedTest
    @MethodSource("fives")
    void allOrdersOfFiveStatementsWithTheSettleAnywhereAmongThemGiveTheSame(List<Amendment> five) {
        Random random = new Random(1);
        for (Occurrence counted : List.of(AmendFixture.MESSAGE, AmendFixture.CALL)) {
            Set<Map<String, FakeBook.Sum>> results = new LinkedHashSet<>();
            for (List<Amendment> order : orders(five)) {
                for (int place = 0; place <= five.size(); place++) {
                    results.add(new World().after(steps(order, place, counted, random)));
                }
            }
            assertThat(results).hasSize(1);
        }
    }

    @Property(tries = 200)
    void any_statements_in_two_orders_give_the_same(
            @ForAll("amendments") List<Amendment> amendments, @ForAll long seed, @ForAll boolean aCall) {
        Random random = new Random(seed);
        Occurrence counted = aCall ? AmendFixture.CALL : AmendFixture.MESSAGE;
        List<Amendment> other = new ArrayList<>(amendments);
        Collections.shuffle(other, random);

        Map<String, FakeBook.Sum> one = new World().after(steps(amendments, 0, counted, random));
        int place = random.nextInt(amendments.size() + 1);
        assertThat(new World().after(steps(other, place, counted, random))).isEqualTo(one);
    }

    @Provide
    Arbitrary<List<Amendment>> amendments() {
        Arbitrary<String> parts = Arbitraries.of("", "", "anna", "bob");
        Arbitrary<Set<Change>> changes = Arbitraries.of(
                        AmendFixture.kind("marketing"),
                        AmendFixture.market("FR"),
                        AmendFixture.quantity(0),
                        AmendFixture.cost(8))
                .set()
                .ofMinSize(1);
        return Combinators.combine(parts, Arbitraries.integers().between(0, 3), changes)
                .as(Statement::new)
                .list()
                .ofMaxSize(12)
                .map(AmendOrderTest::numbered);
    }

    private record Statement(String part, int asOf, Set<Change> changes) {}

    private static List<Amendment> numbered(List<Statement> statements) {
        List<Amendment> amendments = new ArrayList<>();
        for (Statement statement : statements) {
            int number = amendments.size();
            // Kinds and quantities differ by statement, so that it matters which is the newest.
            Change[] changes = statement.changes().stream()
                    .map(change -> change instanceof Change.Quantity ? AmendFixture.quantity(number % 3) : change)
                    .toArray(Change[]::new);
            amendments.add(AmendFixture.said("a" + number, statement.part(), statement.asOf(), changes));
        }
        return amendments;
    }

    /** The statements in their order, the settle at a place among them, and some of it all over again. */
    private static List<Consumer<World>> steps(List<Amendment> order, int place, Occurrence counted, Random random) {
        List<Consumer<World>> steps = new ArrayList<>();
        String channel = counted.attribution().channel();
        order.forEach(amendment ->
                steps.add(world -> world.meter.amend(AmendFixture.DEMO, channel, AmendFixture.NAME, amendment)));
        steps.add(place, random.nextBoolean() ? world -> world.settleTwice(counted) : world -> world.observe(counted));
        if (!order.isEmpty()) {
            Amendment again = order.get(random.nextInt(order.size()));
            int first = steps.size() - order.size() - 1;
            steps.add(
                    first + random.nextInt(steps.size() + 1 - first),
                    world -> world.meter.amend(AmendFixture.DEMO, channel, AmendFixture.NAME, again));
        }
        return steps;
    }

    private static <T> List<List<T>> orders(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (T first : items) {
            List<T> rest = new ArrayList<>(items);
            rest.remove(first);
            for (List<T> tail : orders(rest)) {
                orders.add(Stream.concat(Stream.of(first), tail.stream()).toList());
            }
        }
        return orders;
    }
}
