package org.weighhouse.simulator.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.simulator.internal.plan.DemoPlan;

class HistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T20:40:00Z");

    @Test
    void is_the_same_every_time_it_is_asked_for() {
        assertThat(hash(all(NOW))).isEqualTo(hash(all(NOW)));
    }

    @Test
    void is_the_same_in_every_default_zone() {
        String here = hash(all(NOW));
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(hash(all(NOW))).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void is_the_same_for_ever_or_a_database_that_holds_it_already_would_disagree() {
        // If you change the history on purpose, change this too, and say so in the change log.
        assertThat(hash(all(NOW))).isEqualTo("a140d9a6603c3c1a4c6612a25f1349a6f59f0d7a34653827a5deab539e314a33");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T20:40:01Z", "2026-11-23T23:30:00Z", "2026-11-30T12:00:00Z"})
    void grows_only_at_its_end_as_time_goes_on(String later) {
        List<UsageEvent> before = all(NOW);
        List<UsageEvent> after = all(Instant.parse(later));

        assertThat(after.size()).isGreaterThanOrEqualTo(before.size());
        assertThat(after.subList(0, before.size())).isEqualTo(before);
    }

    @Test
    void keeps_what_it_has_when_its_start_moves_on_to_the_next_month() {
        Instant nextMonth = Instant.parse("2026-12-02T09:00:00Z");
        List<UsageEvent> kept = all(NOW).stream()
                .filter(event -> !event.time().isBefore(History.start(nextMonth)))
                .toList();

        assertThat(History.start(nextMonth)).isAfter(History.start(NOW));
        assertThat(all(nextMonth).subList(0, kept.size())).isEqualTo(kept);
    }

    @Test
    void covers_thirteen_whole_months_and_the_current_one_in_the_order_of_time() {
        List<UsageEvent> events = all(NOW);

        assertThat(events).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
        assertThat(dayOf(events.getFirst())).isEqualTo("2025-10-01");
        assertThat(dayOf(events.getLast())).isEqualTo("2026-11-23");
        assertThat(events.getLast().time()).isBefore(NOW);
        assertThat(events.stream().map(HistoryTest::dayOf).distinct()).hasSize((int)
                LocalDate.of(2025, 10, 1).datesUntil(LocalDate.of(2026, 11, 24)).count());
    }

    @Test
    void is_of_a_size_that_loads_in_seconds_whenever_the_demo_is_run() {
        for (String now : List.of("2026-11-23T20:40:00Z", "2027-12-31T22:59:59Z", "2031-05-31T12:00:00Z")) {
            assertThat(events(Instant.parse(now)).count()).isBetween(150_000L, 250_000L);
        }
    }

    @Test
    void gives_every_event_an_id_of_its_own_and_attribution() {
        Set<String> ids = new HashSet<>();
        events(NOW).forEach(event -> {
            assertThat(ids.add(event.id())).as(event.id()).isTrue();
            assertThat(event.source()).isEqualTo(History.SOURCE);
            assertThat(event.corrects()).isEmpty();
            assertThat(event.attribution().channel()).isIn("whatsapp", "messenger", "telegram", "webchat");
            assertThat(event.attribution().subscriber()).startsWith("guest-");
            switch (event.reading()) {
                case Reading.Messages messages ->
                    assertThat(messages.quantity()).isEqualTo(1);
                case Reading.Tokens tokens ->
                    assertThat(tokens.buckets().total()).isPositive();
                case Reading.Engagement engagement ->
                    assertThat(event.attribution().messageKind()).isIn("click", "reply", "conversion");
                case Reading.ActiveSubscriber none -> throw new AssertionError("nobody reports these on their own");
            }
        });
    }

    @Test
    void shows_the_campaigns_and_flows_people_look_for() {
        List<UsageEvent> events = all(NOW);

        assertThat(events.stream().map(event -> event.attribution().campaign()).distinct())
                .contains("spring-sale", "black-friday", "menu-of-the-month", "weekend-brunch");
        assertThat(events.stream()
                        .map(event -> event.attribution().automationFlow())
                        .distinct())
                .contains("welcome", "abandoned-cart", AiScript.PRODUCT_INQUIRY);
        assertThat(events.stream().map(event -> event.attribution().aiFeature()).distinct())
                .contains("smart-reply", "intent-detection", "smart-routing", "comment-reply");
        assertThat(events.stream().map(event -> event.attribution().model()).distinct())
                .contains("gpt-4o-mini", "gpt-4o");
    }

    @Test
    void says_the_market_of_what_has_a_price_there_and_the_same_one_for_a_guest_at_every_visit() {
        Map<String, String> markets = new HashMap<>();
        events(NOW).filter(event -> event.reading() instanceof Reading.Messages).forEach(event -> {
            String market = event.attribution().market();
            if (event.attribution().channel().equals("whatsapp")) {
                String earlier = markets.putIfAbsent(event.attribution().subscriber(), market);
                assertThat(earlier).isIn(null, market);
            } else {
                assertThat(market).isEmpty();
            }
        });

        assertThat(markets.values()).containsOnly("NL", "BE", "DE");
    }

    @Test
    void goes_over_the_accounts_of_a_channel_each_guest_over_one_of_them() {
        HistoryAccounts accounts = new HistoryAccounts(Map.of("telegram", List.of("one", "two")));
        Map<String, String> seen = new HashMap<>();
        events(NOW).map(accounts::attribute).forEach(event -> {
            Attribution attribution = event.attribution();
            if (attribution.channel().equals("telegram") && event.reading() instanceof Reading.Messages) {
                String earlier = seen.putIfAbsent(attribution.subscriber(), attribution.account());
                assertThat(earlier).isIn(null, attribution.account());
            } else {
                assertThat(attribution.account()).isEmpty();
            }
        });

        assertThat(seen.values()).containsOnly("one", "two");
    }

    @Test
    void has_token_spikes_that_come_from_the_product_inquiry_flow() {
        LocalDate spike = YearMonth.of(2026, 10)
                .atDay(1)
                .datesUntil(LocalDate.of(2026, 11, 1))
                .filter(day -> new MonthPlan(YearMonth.from(day)).day(day).spike())
                .findFirst()
                .orElseThrow();

        long ofFlow = tokensOn(spike, AiScript.PRODUCT_INQUIRY);
        long ofAll = tokensOn(spike, "");

        assertThat(ofFlow).isGreaterThan(ofAll * 6 / 10);
        assertThat(ofAll).isGreaterThan(2 * tokensOn(spike.minusDays(1), ""));
    }

    private static long tokensOn(LocalDate day, String flow) {
        return events(NOW)
                .filter(event -> dayOf(event).equals(day.toString()))
                .filter(event ->
                        flow.isEmpty() || event.attribution().automationFlow().equals(flow))
                .mapToLong(event -> event.reading() instanceof Reading.Tokens tokens
                        ? tokens.buckets().total()
                        : 0)
                .sum();
    }

    private static List<UsageEvent> all(Instant now) {
        return events(now).toList();
    }

    private static Stream<UsageEvent> events(Instant now) {
        return History.events(Instant.EPOCH, now);
    }

    private static String dayOf(UsageEvent event) {
        return LocalDate.ofInstant(event.time(), DemoPlan.ZONE).toString();
    }

    private static String hash(List<UsageEvent> events) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            events.forEach(event -> digest.update(event.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
