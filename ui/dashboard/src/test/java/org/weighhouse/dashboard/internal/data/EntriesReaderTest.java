package org.weighhouse.dashboard.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;

class EntriesReaderTest {

    private static final DaySpan DAY = new DaySpan(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23));
    private static final Question QUESTION =
            new Question(Fakes.WORKSPACE, Unit.MESSAGE_CREDIT, Dimension.CAMPAIGN, DAY);
    private static final int PAGE = EntriesReader.PAGE;

    @Test
    void asks_for_the_rows_value_in_the_days_of_the_page() {
        List<UsageQuery> asked = new ArrayList<>();
        UsageQueries queries = Fakes.queries(query -> List.of(), query -> {
            asked.add(query);
            return List.of();
        });
        new EntriesReader(queries, Fakes.names()).read(QUESTION, "spring-sale", Entries.NONE);

        assertThat(asked).singleElement().satisfies(query -> {
            assertThat(query.filter()).isEqualTo(Map.of(Dimension.CAMPAIGN, Set.of("spring-sale")));
            assertThat(query.range()).isEqualTo(DAY.range(Fakes.WORKSPACE.zone()));
            assertThat(query.unit()).isEqualTo(Unit.MESSAGE_CREDIT);
        });
    }

    @Test
    void as_many_as_fit_are_complete_and_added_up() {
        Entries entries = reader(PAGE).read(QUESTION, "", Entries.NONE);

        assertThat(entries.isComplete()).isTrue();
        assertThat(entries.lines()).hasSize(PAGE);
        assertThat(entries.sum(Unit.MESSAGE_CREDIT))
                .isEqualTo(new Counted(Unit.MESSAGE_CREDIT, PAGE, Amount.of(PAGE * 2L)));
        assertThat(entries.lines().getFirst().about()).isEqualTo("Telegram · Spring sale");
    }

    @Test
    void goes_on_where_the_page_before_ended_until_all_are_there() {
        EntriesReader reader = reader(2 * PAGE + 1);
        Entries entries = reader.read(QUESTION, "", Entries.NONE);
        assertThat(entries.isComplete()).isFalse();
        assertThat(entries.lines()).hasSize(PAGE);

        entries = reader.read(QUESTION, "", reader.read(QUESTION, "", entries));

        assertThat(entries.isComplete()).isTrue();
        assertThat(entries.lines())
                .extracting(EntryLine::sequence)
                .containsExactlyElementsOf(IntStream.range(0, 2 * PAGE + 1)
                        .mapToObj(number -> (long) number)
                        .toList());
        assertThat(entries.charged()).isEqualTo(Amount.of(2 * (2 * PAGE + 1L)));
    }

    private static EntriesReader reader(int entries) {
        return new EntriesReader(Fakes.queries(query -> List.of(), query -> entries(entries)), Fakes.names());
    }

    private static List<LedgerEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new LedgerEntry(
                        number,
                        Fakes.WORKSPACE.id(),
                        "bot",
                        "m" + number,
                        Instant.parse("2026-11-23T12:00:00Z"),
                        Instant.EPOCH,
                        Unit.MESSAGE_CREDIT,
                        Amount.of(2),
                        Measures.of(1),
                        Attribution.NONE.with(Dimension.CHANNEL, "telegram").with(Dimension.CAMPAIGN, "spring-sale"),
                        Reference.NONE,
                        ""))
                .toList();
    }
}
