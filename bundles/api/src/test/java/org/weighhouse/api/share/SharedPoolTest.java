package org.weighhouse.api.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weighhouse.api.share.SharedPool.Answer.FULL;
import static org.weighhouse.api.share.SharedPool.Answer.OVER_SHARE;
import static org.weighhouse.api.share.SharedPool.Answer.TAKEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SharedPoolTest {

    private final List<SharedPool.Part> parts = new ArrayList<>();

    private int takeAll(SharedPool pool, String group, String member) {
        int taken = 0;
        SharedPool.Part part = pool.open(new Sharer(group, member));
        parts.add(part);
        while (part.take(1) == TAKEN) {
            taken++;
        }
        return taken;
    }

    @Test
    void oneGroupLeavesHalfAndOneMemberAQuarterOfThat() {
        SharedPool pool = new SharedPool(800);

        assertThat(takeAll(pool, "greedy", "a")).isEqualTo(300);
        assertThat(takeAll(pool, "greedy", "b")).isEqualTo(100);
        assertThat(takeAll(pool, "greedy", "c")).isZero();
        assertThat(pool.used()).isEqualTo(400);
    }

    @Test
    void howeverManyAreGreedyTheNextOneFindsSomething() {
        SharedPool pool = new SharedPool(1_000);
        for (int i = 0; i < 8; i++) {
            takeAll(pool, "greedy " + i, "a");
            takeAll(pool, "greedy " + i, "b");
        }

        assertThat(pool.open(new Sharer("next", "a")).take(1)).isEqualTo(TAKEN);
    }

    @Test
    void whoeverHasNothingGetsTheLastOne() {
        SharedPool one = new SharedPool(1);
        try (SharedPool.Part first = one.open(Sharer.alone("a"))) {
            assertThat(first.take(1)).isEqualTo(TAKEN);
            assertThat(one.open(Sharer.alone("b")).take(1)).isEqualTo(FULL);
            assertThat(one.open(Sharer.alone("a")).take(1)).isEqualTo(FULL);
        }
        assertThat(one.open(Sharer.alone("b")).take(1)).isEqualTo(TAKEN);
    }

    @Test
    void oneLargePartMayHaveAllIfItsOwnerHasNothingElse() {
        SharedPool pool = new SharedPool(100);
        SharedPool.Part part = pool.open(Sharer.alone("a"));

        assertThat(part.take(101)).isEqualTo(FULL);
        assertThat(part.take(100)).isEqualTo(TAKEN);
    }

    @Test
    void whatIsGivenBackIsThereForAll() {
        SharedPool pool = new SharedPool(4);
        SharedPool.Part a = pool.open(Sharer.alone("a"));
        assertThat(a.take(2)).isEqualTo(TAKEN);
        assertThat(a.take(1)).isEqualTo(OVER_SHARE);

        a.close();
        a.close();

        assertThat(pool.used()).isZero();
        assertThat(a.take(1)).isEqualTo(TAKEN);
    }

    @Test
    void sumsHoldWhateverTheThreadsDo() throws Exception {
        SharedPool pool = new SharedPool(1_000);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int t = 0; t < 8; t++) {
                int number = t;
                threads.submit(() -> {
                    Random random = new Random(number);
                    for (int i = 0; i < 20_000; i++) {
                        try (SharedPool.Part part = pool.open(new Sharer("g" + number % 3, "m" + number))) {
                            part.take(1 + random.nextInt(200));
                            part.take(1 + random.nextInt(200));
                        }
                    }
                });
            }
        }
        assertThat(pool.used()).isZero();
    }

    @Test
    void poolOfNothingIsRefused() {
        assertThatThrownBy(() -> new SharedPool(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
