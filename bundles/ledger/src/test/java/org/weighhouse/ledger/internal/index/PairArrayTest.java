package org.weighhouse.ledger.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PairArrayTest {

    private record Pair(long key, long value) {}

    @Property
    void sortsLikeAComparator(@ForAll long[] numbers, @ForAll boolean fewKeys) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            pairs.add(new Pair(fewKeys ? numbers[i] % 3 : numbers[i], numbers[i + 1]));
        }
        long[] flat = pairs.stream()
                .flatMapToLong(pair -> LongStream.of(pair.key(), pair.value()))
                .toArray();

        SortedPairs sorted = PairArray.sorted(flat);

        pairs.sort(Comparator.comparing(Pair::key, Long::compareUnsigned).thenComparing(Pair::value));
        assertThat(sorted.count()).isEqualTo(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            assertThat(new Pair(sorted.key(i), sorted.value(i))).isEqualTo(pairs.get(i));
        }
    }
}
