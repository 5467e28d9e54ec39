package org.weighhouse.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.report.ReportRequest.Format;

class PdfReportTest {

    private static final Instant NOON = Instant.parse("2026-10-07T12:00:00Z");
    private static final String FIGURE = "(-?[0-9][0-9,]*(?:\\.[0-9]+)?)";

    private final Fixture fixture = new Fixture();

    @Test
    void a_month_shows_the_same_totals_as_its_csv_to_the_last_unit() throws IOException {
        sampleMonth();
        String pdf = Fixture.text(kept("month", pdf("2026-10-01", "2026-10-31")));
        List<CSVRecord> csv = fixture.csv("2026-10-01", "2026-10-31");
        assertSameTotals(pdf, csv);
        assertThat(sumOfFigures(pdf, "Subtotal (?:Telegram|WhatsApp|Messenger) " + FIGURE + " " + FIGURE, 2))
                .isEqualByComparingTo(Fixture.sum(csv, Unit.MESSAGE_CREDIT, "quantity"));
        assertThat(figure(pdf, "All AI tokens " + FIGURE, 1))
                .isEqualByComparingTo(Fixture.sum(csv, Unit.AI_TOKEN, "count"));
        assertThat(figure(pdf, "All AI tokens " + (FIGURE + " ").repeat(2), 2))
                .isEqualByComparingTo(Fixture.sum(csv, Unit.AI_TOKEN, "input_tokens"));
        assertThat(figure(pdf, "All AI tokens " + (FIGURE + " ").repeat(6), 6))
                .isEqualByComparingTo(Fixture.sum(csv, Unit.AI_TOKEN, "cache_write_long_tokens"));
        assertThat(figure(pdf, "All AI tokens " + (FIGURE + " ").repeat(7), 7))
                .isEqualByComparingTo(Fixture.sum(csv, Unit.AI_TOKEN, "reasoning_tokens"));
    }

    @Test
    void a_month_is_shown_against_the_plan() {
        sampleMonth();
        String pdf = Fixture.text(pdf("2026-10-01", "2026-10-31"));
        assertThat(pdf)
                .contains("of 20,000 message credits", "of 900,000 AI tokens", "of 5,000 active subscribers")
                .contains("70 % used", "More than half is used", "Consider topping up or upgrading");
    }

    @ParameterizedTest
    @CsvSource({
        "499, ''",
        "500, More than half is used",
        "800, More than half is used",
        "801, Consider topping up or upgrading"
    })
    void how_near_the_limit_is_said_from_50_percent_on_and_above_80(String used, String hint) {
        fixture.ledger.messages(Fixture.DEMO, NOON, Attribution.NONE, used, 1).allow(Unit.MESSAGE_CREDIT, 1_000);

        List<String> hints = List.of("More than half is used", "Consider topping up or upgrading");
        String pdf = Fixture.text(pdf("2026-10-01", "2026-10-31"));

        assertThat(hints.stream().filter(pdf::contains))
                .containsExactlyElementsOf(hints.stream().filter(hint::equals).toList());
    }

    @ParameterizedTest
    @CsvSource({"3350, '3,350'", "20100, '20,100'"})
    void messages_and_credits_are_told_apart_where_a_message_does_not_cost_one(String charged, String credits) {
        fixture.ledger
                .messages(
                        Fixture.DEMO, NOON, Fixture.attribution("telegram", "text", "sale", "", "", ""), charged, 6_700)
                .allow(Unit.MESSAGE_CREDIT, 40_000);
        String pdf = Fixture.text(pdf("2026-10-01", "2026-10-31"));

        assertThat(pdf)
                .contains("6,700 messages", "of 40,000 message credits", "Messages Credits")
                .contains("text 6,700 " + credits, "All message credits 6,700 " + credits)
                .contains("Message credits 6,700 messages " + credits, "sale 6,700 " + credits)
                .contains("Message credits are the messages weighted by the");
        assertSameTotals(pdf, fixture.csv("2026-10-01", "2026-10-31"));
        assertThat(Fixture.textAsWritten(pdf("2026-10-01", "2026-10-31")))
                .as("what a screen reader hears behind the label")
                .containsPattern("All message credits\\s+" + credits);
    }

    @Test
    void costs_are_in_the_workspaces_currency_and_add_up_to_the_csvs() {
        fixture.paying("EUR");
        cost("sale", "94000");
        cost("sale", "-47000");
        cost("welcome", "1250000");
        cost("", "63.001");
        String pdf = Fixture.text(pdf("2026-10-01", "2026-10-31"));
        BigDecimal csv = Fixture.sum(fixture.csv("2026-10-01", "2026-10-31"), Unit.COST, "quantity");

        assertThat(pdf).contains("Cost (EUR)", "1.25", "0.047", "0.000063001");
        assertThat(figure(pdf, "Cost in EUR " + FIGURE, 1)).isEqualByComparingTo(csv);
        assertThat(figure(pdf, "All 0 0 0 " + FIGURE, 1)).isEqualByComparingTo(csv);
    }

    @ParameterizedTest
    @CsvSource({"JPY, 12", "EUR, 12.00", "TND, 12.000"})
    void a_cost_has_the_decimals_of_its_currency(String currency, String shown) {
        fixture.paying(currency);
        cost("sale", "12000000");
        assertThat(Fixture.text(pdf("2026-10-01", "2026-10-31")))
                .containsPattern("Cost in " + currency + " " + shown + "\\s");
    }

    @Test
    void nothing_is_said_of_costs_where_there_are_none() {
        sampleMonth();
        assertThat(Fixture.text(pdf("2026-10-01", "2026-10-31"))).doesNotContain("Cost", "USD");
    }

    @Test
    void markets_and_accounts_are_listed_where_there_is_more_than_one() {
        String counter = fixture.account("telegram", "Counter bot");
        market("NL", counter);
        market("", "");
        assertThat(Fixture.text(pdf("2026-10-01", "2026-10-31"))).doesNotContain("Markets", "Channel accounts");

        market("DE", "gone");
        assertThat(Fixture.text(pdf("2026-10-01", "2026-10-31")))
                .contains("Markets", "NL 1 1", "DE 1 1", "Market not said 1 1")
                .contains("Channel accounts", "Telegram · Counter bot 1 1", "gone 1 1");
    }

    @Test
    void a_week_is_not_shown_against_a_monthly_plan() {
        sampleMonth();
        assertThat(Fixture.text(pdf("2026-10-05", "2026-10-11")))
                .contains("Plan limits count by the month")
                .doesNotContain("of 20,000");
    }

    @Test
    void thirteen_months_are_charted_by_month_and_add_up() throws IOException {
        SampleUsage.fill(fixture.ledger, LocalDate.parse("2025-10-01"), LocalDate.parse("2026-10-31"));
        String pdf = Fixture.text(kept("year", pdf("2025-10-01", "2026-10-31")));
        assertThat(pdf).contains("Message credits per month", "1 October 2025 – 31 October 2026");
        assertSameTotals(pdf, fixture.csv("2025-10-01", "2026-10-31"));
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
            addChannel(i);
        }
        byte[] pdf = kept("much", pdf("2026-10-01", "2026-10-31"));
        String text = Fixture.text(pdf);
        assertThat(text).contains("25 other channels", "10 other kinds", "985 other campaigns", "(continued)");
        assertSameTotals(text, fixture.csv("2026-10-01", "2026-10-31"));
        assertThat(Fixture.pages(pdf)).isBetween(5, 12);
    }

    @Test
    void long_and_foreign_names_are_shown_whole() throws IOException {
        fixture.named("Großhandel „Zum goldenen Löwen“ — Čeština, Ελληνικά, Русский, Tiếng Việt, 東京支店, فرع دبي,"
                + " סניף תל אביב 🎉 GmbH & Co. <KG>");
        String longName = "A campaign name that goes on for a while to see how the table copes with it, and then some"
                + " more of it until it is long enough";
        addMessages("telegram", "text", longName, 5);
        addMessages("whatsapp", "نص عربي", "عروض الصيف", 7);
        addMessages("messenger", "טקסט", "מבצע 50% <b>&amp;", 7);
        addMessages("fax <&> 'x'", "text", "", 3);
        addMessages("messenger", "文本", "双十一大促 🎉", 7);
        fixture.ledger.tokens(
                Fixture.DEMO,
                NOON,
                Fixture.attribution(
                        "openai",
                        "",
                        "=HYPERLINK(\"http://x\")",
                        "",
                        "smart-reply",
                        "accounts/a-fine-tuned-model/with-a-really-long-name-2026-10-01"),
                new TokenBuckets(123_456_789_012L, 98_765_432_109L, 1, 2, 3));
        String text = Fixture.text(kept("names", pdf("2026-10-01", "2026-10-31")));
        assertThat(text).contains("Großhandel", "東京", "支店", "Русский", "双十一大促", "<KG>", "fax <&> 'x'");
        assertThat(text).contains("123,456,789,012", "=HYPERLINK(\"http://x\")");
        assertThat(text.replaceAll("\\s+[0-9 ]*", " ")).contains("until it is long enough");
        assertSameTotals(text, fixture.csv("2026-10-01", "2026-10-31"));
    }

    @Test
    void quantities_beyond_what_a_double_can_hold_stay_exact() {
        fixture.ledger.messages(
                Fixture.DEMO, NOON, Fixture.attribution("telegram", "text", "", "", "", ""), "9007199254740.993", 1);
        assertThat(Fixture.text(pdf("2026-10-01", "2026-10-31"))).contains("9,007,199,254,740.993");
    }

    @Test
    void the_document_says_what_it_is_and_in_which_language() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf("2026-10-01", "2026-10-31"))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Usage Report – Acme Coffee Roasters");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Weighhouse");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void equal_data_gives_an_equal_document() {
        sampleMonth();
        assertThat(Fixture.text(pdf("2026-10-01", "2026-10-31")))
                .isEqualTo(Fixture.text(pdf("2026-10-01", "2026-10-31")));
    }

    private void sampleMonth() {
        SampleUsage.fill(fixture.ledger, LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"));
        fixture.ledger
                .allow(Unit.MESSAGE_CREDIT, 20_000)
                .allow(Unit.AI_TOKEN, 900_000)
                .allow(Unit.SUBSCRIBER, 5_000);
    }

    private void addChannel(int number) {
        String channel = "channel-" + number;
        if (number % 2 == 0) {
            String name = "Channel number " + number + " of a very patient customer";
            fixture.channels.with(channel, name, "#8040C0", Unit.MESSAGE_CREDIT);
        }
        for (int kind = 0; kind < 25; kind++) {
            String campaign = "campaign " + number + "/" + kind;
            fixture.ledger.messages(
                    Fixture.DEMO,
                    NOON,
                    Fixture.attribution(channel, "kind-" + kind, campaign, "flow-" + number, "", ""),
                    "1" + number + "." + kind,
                    1);
        }
    }

    private void cost(String campaign, String millionths) {
        Attribution attribution = Fixture.attribution("telegram", "template", campaign, "", "", "");
        fixture.ledger.cost(Fixture.DEMO, NOON, attribution, millionths);
    }

    private void market(String market, String account) {
        Attribution attribution = Fixture.attribution("telegram", "text", "", "", "", "")
                .with(Dimension.MARKET, market)
                .with(Dimension.ACCOUNT, account);
        fixture.ledger.messages(Fixture.DEMO, NOON, attribution, "1", 1);
    }

    private void addMessages(String channel, String kind, String campaign, int count) {
        fixture.ledger.messages(
                Fixture.DEMO,
                NOON,
                Fixture.attribution(channel, kind, campaign, "", "", ""),
                Integer.toString(count),
                count);
    }

    private byte[] pdf(String first, String last) {
        return fixture.write(Format.PDF, first, last);
    }

    /** The card, the table's total and the list of totals all say what the CSV adds up to. */
    private static void assertSameTotals(String pdf, List<CSVRecord> csv) {
        BigDecimal credits = Fixture.sum(csv, Unit.MESSAGE_CREDIT, "quantity");
        BigDecimal tokens = Fixture.sum(csv, Unit.AI_TOKEN, "quantity");
        assertThat(figure(pdf, "All message credits " + FIGURE + " " + FIGURE, 1))
                .isEqualByComparingTo(Fixture.sum(csv, Unit.MESSAGE_CREDIT, "count"));
        assertThat(figure(pdf, "All message credits " + FIGURE + " " + FIGURE, 2))
                .isEqualByComparingTo(credits);
        assertThat(figure(pdf, "(?m)^Message credits " + FIGURE + " messages " + FIGURE, 2))
                .isEqualByComparingTo(credits);
        assertThat(figure(pdf, "(?m)^AI tokens " + FIGURE + " calls " + FIGURE, 2))
                .isEqualByComparingTo(tokens);
        assertThat(pdf).contains(grouped(credits) + " " + grouped(tokens));
    }

    private static String grouped(BigDecimal value) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }

    private static BigDecimal figure(String text, String pattern, int group) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return new BigDecimal(found.group(group).replace(",", ""));
    }

    private static BigDecimal sumOfFigures(String text, String pattern, int group) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> new BigDecimal(found.group(group).replace(",", "")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Kept beside the build's output, for people to look at. */
    private static byte[] kept(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pdf"));
        return Files.readAllBytes(Files.write(folder.resolve(name + ".pdf"), pdf));
    }
}
