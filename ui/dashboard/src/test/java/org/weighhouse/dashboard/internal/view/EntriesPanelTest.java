package org.weighhouse.dashboard.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.dashboard.internal.data.Counted;
import org.weighhouse.dashboard.internal.data.DaySpan;
import org.weighhouse.dashboard.internal.data.Entries;
import org.weighhouse.dashboard.internal.data.EntryLine;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Question;
import org.weighhouse.dashboard.internal.data.Share;

class EntriesPanelTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Workspace WORKSPACE = new Workspace(new WorkspaceId("demo"), "Demo", ZoneOffset.UTC, "Growth");

    private final EntriesPanel panel = new EntriesPanel();

    @Test
    void all_entries_are_said_to_be_all() {
        show(2, EntryPage.END, "6", 2);

        assertThat(Texts.of(panel))
                .contains("WhatsApp: 2 entries, 2 messages · 6 credits in all.", "1 messages · 3 credits")
                .doesNotContain("Show more");
    }

    @Test
    void more_can_be_shown_while_there_are_more() {
        show(2, 17, "6", 2);

        assertThat(Texts.of(panel))
                .contains("WhatsApp: the first 2 entries, oldest written first; they add up to 2 messages · 6 credits"
                        + " of 10 messages · 30 credits.")
                .contains("Show more");
    }

    @Test
    void no_more_are_shown_than_a_browser_can_bear() {
        show(EntriesPanel.MAX_LINES, 17, "6000", 2_000);

        assertThat(Texts.of(panel))
                .contains("Choose fewer days to see the others.")
                .doesNotContain("Show more");
    }

    private void show(int count, long next, String charged, long messages) {
        Counted each = new Counted(Unit.MESSAGE_CREDIT, 1, Amount.of(3));
        List<EntryLine> lines = IntStream.range(0, count)
                .mapToObj(number -> new EntryLine(number, Instant.EPOCH, "m" + number, "", "", each))
                .toList();
        Question question = new Question(WORKSPACE, Unit.MESSAGE_CREDIT, Dimension.CHANNEL, new DaySpan(DAY, DAY));
        Usage all = new Usage(Amount.of(30), 10, Measures.of(10));
        panel.show(
                question,
                new Share("whatsapp", "WhatsApp", "#25D366", all, List.of()),
                new Formats(Locale.ENGLISH, ZoneOffset.UTC, WORKSPACE.currency()),
                new Entries(lines, Amount.parse(charged), Measures.of(messages), next));
    }
}
