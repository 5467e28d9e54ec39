package org.weighhouse.simulator.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighhouse.api.Reading;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.simulator.internal.plan.DemoPlan;

class MonthPlanTest {

    static Stream<YearMonth> monthsToCome() {
        return Stream.iterate(YearMonth.of(2026, 11), month -> month.plusMonths(1))
                .limit(26);
    }

    @ParameterizedTest
    @MethodSource("monthsToCome")
    void ends_every_month_to_come_within_the_plan_and_as_intended(YearMonth month) {
        assertThat(messages(month, month.lengthOfMonth()) * 100 / DemoPlan.MESSAGE_CREDITS)
                .isBetween(68L, 92L);
        assertThat(tokens(month, month.lengthOfMonth()) * 100 / DemoPlan.AI_TOKENS)
                .isBetween(44L, 48L);
        assertThat(subscribers(month, month.lengthOfMonth()) * 100 / DemoPlan.SUBSCRIBERS)
                .isBetween(88L, 93L);
    }

    @ParameterizedTest
    @MethodSource("monthsToCome")
    void shows_all_three_colours_in_the_second_half_of_a_month(YearMonth month) {
        for (int day = 17; day <= 24; day++) {
            assertThat(messages(month, day) * 100 / DemoPlan.MESSAGE_CREDITS)
                    .as("orange")
                    .isBetween(50L, 79L);
            assertThat(tokens(month, day) * 100 / DemoPlan.AI_TOKENS)
                    .as("green")
                    .isBetween(10L, 49L);
            assertThat(subscribers(month, day) * 100 / DemoPlan.SUBSCRIBERS)
                    .as("red")
                    .isGreaterThan(80);
        }
    }

    @Test
    void is_played_out_to_the_last_credit_token_and_subscriber() {
        YearMonth month = YearMonth.of(2026, 10);
        Instant end = ZonedDateTime.of(month.plusMonths(1).atDay(1).atStartOfDay(), DemoPlan.ZONE)
                .toInstant();
        Instant start =
                ZonedDateTime.of(month.atDay(1).atStartOfDay(), DemoPlan.ZONE).toInstant();

        List<UsageEvent> events = History.events(start, end).toList();

        assertThat(events.stream()
                        .filter(event -> event.reading() instanceof Reading.Messages)
                        .count())
                .isEqualTo(messages(month, 31));
        assertThat(events.stream()
                        .mapToLong(event -> event.reading() instanceof Reading.Tokens tokens
                                ? tokens.buckets().total()
                                : 0)
                        .sum())
                .isEqualTo(tokens(month, 31));
        assertThat(events.stream()
                        .map(event -> event.attribution().subscriber())
                        .distinct()
                        .count())
                .isEqualTo(subscribers(month, 31));
    }

    @Test
    void sends_most_on_black_friday() {
        LocalDate friday = LocalDate.of(2026, 11, 27);
        MonthPlan november = new MonthPlan(YearMonth.of(2026, 11));

        assertThat(november.day(friday).messages())
                .isGreaterThan(2 * november.day(friday.minusDays(7)).messages());
    }

    @Test
    void grows_from_year_to_year() {
        assertThat(messages(YearMonth.of(2026, 10), 31)).isGreaterThan(messages(YearMonth.of(2025, 10), 31));
        assertThat(tokens(YearMonth.of(2026, 10), 31)).isGreaterThan(tokens(YearMonth.of(2025, 10), 31));
    }

    private static long messages(YearMonth month, int days) {
        return plans(month, days).mapToLong(DayPlan::messages).sum();
    }

    private static long tokens(YearMonth month, int days) {
        return plans(month, days).mapToLong(DayPlan::tokens).sum();
    }

    private static long subscribers(YearMonth month, int days) {
        return plans(month, days).mapToLong(DayPlan::fresh).sum();
    }

    private static Stream<DayPlan> plans(YearMonth month, int days) {
        MonthPlan plan = new MonthPlan(month);
        return month.atDay(1).datesUntil(month.atDay(days).plusDays(1)).map(plan::day);
    }
}
