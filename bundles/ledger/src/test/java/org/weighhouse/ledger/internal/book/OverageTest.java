package org.weighhouse.ledger.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.weighhouse.ledger.internal.record.Micros;

/** Overage stays small however long it goes on, and every month keeps its sum. */
class OverageTest {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final long START = Micros.of(Instant.parse("2024-01-01T00:00:00Z"));
    private static final int QUARTERS = 3 * 365 * 96;

    private final MonthCalendar calendar = new MonthCalendar(ZONE);
    private final Overage overage = new Overage();
    private final Map<YearMonth, Long> sums = new TreeMap<>();

    @Test
    void threeYearsOfEveryQuarterFitAndAddUp() {
        for (int i = 0; i < QUARTERS; i++) {
            add(i, 1 + i % 7);
        }

        assertThat(overage.slots().size()).isLessThan(2 * Overage.MANY);
        assertMonthsAddUp();
    }

    @Test
    void whatComesLateCountsInItsMonth() {
        Random random = new Random(1);
        for (int i = 0; i < QUARTERS; i++) {
            add(i, 1);
            if (i % 50 == 0) {
                add(random.nextInt(i + 1), 5);
            }
        }

        assertThat(overage.slots().size()).isLessThan(2 * Overage.MANY);
        assertMonthsAddUp();
    }

    @Test
    void whatIsGivenBackComesOutOfItsMonth() {
        for (int i = 0; i < QUARTERS; i++) {
            add(i, 2);
        }
        Random random = new Random(2);
        for (int i = 0; i < 1_000; i++) {
            int quarter = random.nextInt(QUARTERS);
            assertThat(overage.takeAt(quarterOf(quarter), 2, calendar)).isEqualTo(2);
            sums.merge(monthOf(quarter), -2L, Long::sum);
        }

        assertMonthsAddUp();
    }

    /** Recent overage is covered by a grant to the quarter of an hour. */
    @Test
    void theLastDaysAreKeptByQuarters() {
        for (int i = 0; i < QUARTERS; i++) {
            add(i, 1);
        }
        int last = quarterOf(QUARTERS - 1);

        assertThat(overage.sum(last - 100, last)).isEqualTo(100);
        assertThat(overage.take(last - 10, last - 5, 99)).isEqualTo(5);
    }

    private void add(int index, long amount) {
        overage.add(quarterOf(index), amount, calendar);
        sums.merge(monthOf(index), amount, Long::sum);
    }

    private static int quarterOf(int index) {
        return Micros.quarterOf(START) + index;
    }

    private static YearMonth monthOf(int index) {
        return YearMonth.from(Micros.startOfQuarter(quarterOf(index)).atZone(ZONE));
    }

    private void assertMonthsAddUp() {
        sums.forEach((month, sum) -> {
            int from =
                    Micros.quarterOf(Micros.of(month.atDay(1).atStartOfDay(ZONE).toInstant()));
            int to = Micros.quarterOf(
                    Micros.of(month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant()));
            assertThat(overage.sum(from, to)).as("%s", month).isEqualTo(sum);
        });
    }
}
