package org.weighhouse.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.report.ReportRequest.Format;

class PdfReportTest {

    private static final Instant NOON = Instant.parse("2026-10-07T12:00:00Z");

    private final Fixture fixture = new Fixture();

    @Test
    void a_month_shows_the_same_totals_as_its_csv_to_the_last_unit() throws IOException {
        sampleMonth();
        String pdf = Fixture.text(kept("month", pdf("2026-10-01", "2026-10-31")));
        var csv = fixture.csv("2026-10-01", "2026-10-31");
        assertThat(figureAfter(pdf, "All message credits \\S+"))
                .isEqualTo(Fixture.sum(csv, Unit.MESSAGE_CREDIT, "quantity")
                        .stripTrailingZeros()
                        .toPlainString());
        assertThat(pdf).contains(" of ", "Page 1 of");
    }

    @Test
    void thirteen_months_are_charted_by_month() throws IOException {
        SampleUsage.fill(fixture.ledger, LocalDate.parse("2025-10-01"), LocalDate.parse("2026-10-31"));
        String pdf = Fixture.text(kept("year", pdf("2025-10-01", "2026-10-31")));
        assertThat(pdf).contains("Message credits per month");
    }

    @Test
    void an_empty_period_says_so_kindly() throws IOException {
        byte[] pdf = kept("empty", pdf("2026-10-01", "2026-10-31"));
        assertThat(Fixture.text(pdf)).contains("Nothing was used in this period");
        assertThat(Fixture.pages(pdf)).isEqualTo(1);
    }

    @Test
    void much_data_is_cut_to_the_largest_rows_and_still_adds_up() throws IOException {
        for (int i = 0; i < 40; i++) {
            String channel = "channel-" + i;
            if (i % 2 == 0) {
                fixture.channels.with(
                        channel, "Channel number " + i + " of a very patient customer", "#8040C0", Unit.MESSAGE_CREDIT);
            }
            for (int kind = 0; kind < 25; kind++) {
                fixture.ledger.messages(
                        Fixture.DEMO,
                        NOON,
                        new Attribution(channel, "kind-" + kind, "campaign " + i + "/" + kind, "flow-" + i, "", "", ""),
                        "1" + i + "." + kind,
                        1);
            }
        }
        byte[] pdf = kept("much", pdf("2026-10-01", "2026-10-31"));
        assertThat(Fixture.text(pdf)).contains("other channels", "other kinds", "(continued)");
    }

    @Test
    void long_and_foreign_names_are_shown_whole() throws IOException {
        fixture.named(
                "Großhandel „Zum goldenen Löwen“ — Čeština, Ελληνικά, Русский, Tiếng Việt, 東京支店, فرع دبي, סניף תל אביב 🎉 GmbH & Co. <KG>");
        String longName = "A campaign name that goes on for a while to see how the table copes with it "
                .repeat(2)
                .substring(0, 128);
        fixture.ledger
                .messages(Fixture.DEMO, NOON, new Attribution("telegram", "text", longName, "", "", "", ""), "5", 5)
                .messages(
                        Fixture.DEMO,
                        NOON,
                        new Attribution("whatsapp", "نص عربي", "عروض الصيف", "", "", "", ""),
                        "7",
                        7)
                .messages(
                        Fixture.DEMO,
                        NOON,
                        new Attribution("messenger", "טקסט", "מבצע 50% <b>&amp;", "", "", "", ""),
                        "7",
                        7)
                .messages(Fixture.DEMO, NOON, new Attribution("messenger", "文本", "双十一大促 🎉", "", "", "", ""), "7", 7)
                .tokens(
                        Fixture.DEMO,
                        NOON,
                        new Attribution(
                                "openai",
                                "",
                                "=HYPERLINK(\"http://x\")",
                                "",
                                "smart-reply",
                                "accounts/a-fine-tuned-model/with-a-really-long-name-2026-10-01",
                                ""),
                        new TokenBuckets(123_456_789_012L, 98_765_432_109L, 1, 2, 3));
        byte[] pdf = kept("names", pdf("2026-10-01", "2026-10-31"));
        assertThat(Fixture.text(pdf)).contains("Großhandel", "東京支店", "Русский");
    }

    private void sampleMonth() {
        SampleUsage.fill(fixture.ledger, LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"));
        fixture.ledger
                .allow(Unit.MESSAGE_CREDIT, 20_000)
                .allow(Unit.AI_TOKEN, 900_000)
                .allow(Unit.SUBSCRIBER, 5_000);
    }

    private byte[] pdf(String first, String last) {
        return fixture.write(Format.PDF, first, last);
    }

    /** Kept beside the build's output, for people to look at. */
    private static byte[] kept(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pdf"));
        return Files.readAllBytes(Files.write(folder.resolve(name + ".pdf"), pdf));
    }

    private static String figureAfter(String text, String words) {
        var found = Pattern.compile(words + " ([0-9,.]+)").matcher(text);
        assertThat(found.find()).as("%s in %s", words, text).isTrue();
        return found.group(1).replace(",", "");
    }
}
