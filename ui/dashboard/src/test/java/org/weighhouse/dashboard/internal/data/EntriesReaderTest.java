package org.weighhouse.dashboard.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.UsageQuery;

class EntriesReaderTest {

    private static final DaySpan DAY = new DaySpan(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23));
    private static final Question QUESTION =
            new Question(Fakes.WORKSPACE, Unit.MESSAGE_CREDIT, Dimension.CAMPAIGN, DAY);

    private final AtomicReference<UsageQuery> asked = new AtomicReference<>();
    private final AtomicInteger handedOver = new AtomicInteger();

    @Test
    void asks_for_the_rows_value_in_the_days_of_the_page() {
        reader(0).read(QUESTION, "spring-sale", () -> true);

        assertThat(asked.get().filter()).isEqualTo(Map.of(Dimension.CAMPAIGN, Set.of("spring-sale")));
        assertThat(asked.get().range()).isEqualTo(DAY.range(Fakes.WORKSPACE.zone()));
        assertThat(asked.get().unit()).isEqualTo(Unit.MESSAGE_CREDIT);
    }

    @Test
    void as_many_as_fit_are_complete_and_added_up() {
        Entries entries = reader(EntriesReader.MAX_LINES).read(QUESTION, "", () -> true);

        assertThat(entries.complete()).isTrue();
        assertThat(entries.lines()).hasSize(EntriesReader.MAX_LINES);
        assertThat(entries.sum()).isEqualTo(Amount.of(EntriesReader.MAX_LINES * 2L));
        assertThat(entries.lines().getFirst().about()).isEqualTo("Telegram · Spring sale");
    }

    @Test
    void one_more_is_not_shown_and_reading_ends_there() {
        Entries entries = reader(1_000_000).read(QUESTION, "", () -> true);

        assertThat(entries.complete()).isFalse();
        assertThat(entries.lines()).hasSize(EntriesReader.MAX_LINES);
        assertThat(handedOver).hasValue(EntriesReader.MAX_LINES + 1);
    }

    @Test
    void reading_ends_when_nobody_wants_it_any_more() {
        Entries entries = reader(1_000_000).read(QUESTION, "", () -> handedOver.get() <= 3);

        assertThat(entries.lines()).hasSize(3);
        assertThat(entries.complete()).isFalse();
    }

    private EntriesReader reader(int entries) {
        return new EntriesReader(
                Fakes.queries(query -> List.of(), query -> {
                    asked.set(query);
                    return stream(entries);
                }),
                Fakes.telegramOffline());
    }

    private Stream<LedgerEntry> stream(int entries) {
        return IntStream.range(0, entries)
                .peek(number -> handedOver.incrementAndGet())
                .mapToObj(number -> new LedgerEntry(
                        number,
                        Fakes.WORKSPACE.id(),
                        "bot",
                        "m" + number,
                        Instant.parse("2026-11-23T12:00:00Z"),
                        Instant.EPOCH,
                        Unit.MESSAGE_CREDIT,
                        Amount.of(2),
                        Attribution.NONE.with(Dimension.CHANNEL, "telegram").with(Dimension.CAMPAIGN, "spring-sale"),
                        TokenBuckets.NONE,
                        ""));
    }
}
