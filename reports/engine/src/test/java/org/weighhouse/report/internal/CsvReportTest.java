package org.weighhouse.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.report.ReportRequest;
import org.weighhouse.api.report.ReportRequest.Format;
import org.weighhouse.report.internal.csv.UsageCsv;

class CsvReportTest {

    private static final Instant NOON = Instant.parse("2026-10-07T12:00:00Z");
    private static final Attribution TEXT = Fixture.attribution("telegram", "text", "", "", "", "");

    private final Fixture fixture = new Fixture();

    @Test
    void a_row_says_everything_about_a_day_of_one_purpose() {
        fixture.ledger.tokens(
                Fixture.DEMO,
                NOON,
                Fixture.attribution("openai", "", "spring-sale", "welcome", "smart-reply", "gpt-5-mini"),
                new TokenBuckets(100, 20, 30, 4, 7, 5));
        CSVRecord row = only(fixture.csv("2026-10-01", "2026-10-31"));
        assertThat(row.toMap().values())
                .containsExactly(
                        "2026-10-07",
                        "ai_tokens",
                        "OpenAI",
                        "openai",
                        "",
                        "spring-sale",
                        "welcome",
                        "smart-reply",
                        "gpt-5-mini",
                        "1",
                        "166",
                        "100",
                        "20",
                        "30",
                        "4",
                        "5",
                        "7",
                        "1",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "");
        assertThat(row.toMap().keySet()).containsExactlyElementsOf(UsageCsv.COLUMNS);
    }

    @Test
    void a_message_counts_once_whatever_it_was_charged() {
        fixture.ledger.messages(Fixture.DEMO, NOON, TEXT, "3", 1);
        fixture.ledger.messages(Fixture.DEMO, NOON, TEXT, "3349.5", 6_699);
        List<CSVRecord> rows = fixture.csv("2026-10-01", "2026-10-31");

        assertThat(Fixture.sum(rows, Unit.MESSAGE_CREDIT, "count")).isEqualByComparingTo("6700");
        assertThat(Fixture.sum(rows, Unit.MESSAGE_CREDIT, "quantity")).isEqualByComparingTo("3352.5");
    }

    @Test
    void a_correction_takes_back_count_credits_and_cost() {
        fixture.ledger.messages(Fixture.DEMO, NOON, TEXT, "6", 2).messages(Fixture.DEMO, NOON, TEXT, "-3", -1);
        fixture.ledger.cost(Fixture.DEMO, NOON, TEXT, "188000").cost(Fixture.DEMO, NOON, TEXT, "-94000");
        List<CSVRecord> rows = fixture.csv("2026-10-01", "2026-10-31");

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get("count")).isEqualTo("1");
        assertThat(rows.getFirst().get("quantity")).isEqualTo("3");
        assertThat(rows.getLast().get("quantity")).isEqualTo("0.094000");
    }

    @ParameterizedTest
    @CsvSource({
        "94000, EUR, 0.094000",
        "63, EUR, 0.000063",
        "0.001, EUR, 0.000000001",
        "1234567890, JPY, 1234.567890",
        "9007199254740.993, USD, 9007199.254740993"
    })
    void a_cost_is_money_with_every_decimal(String millionths, String currency, String cost) {
        fixture.paying(currency).ledger.cost(Fixture.DEMO, NOON, TEXT, millionths);
        CSVRecord row = only(fixture.csv("2026-10-01", "2026-10-31"));

        assertThat(row.get("unit")).isEqualTo("cost");
        assertThat(row.get("quantity")).isEqualTo(cost);
        assertThat(row.get("currency")).isEqualTo(currency);
    }

    @Test
    void an_account_and_a_key_have_their_names_until_they_are_gone() {
        String account = fixture.account("telegram", "Counter bot");
        Attribution named = TEXT.with(Dimension.ACCOUNT, account)
                .with(Dimension.KEY, "key1")
                .with(Dimension.MARKET, "NL");
        fixture.ledger.messages(Fixture.DEMO, NOON, named, "1", 1);
        fixture.ledger.messages(Fixture.DEMO, NOON.plus(Duration.ofDays(1)), named.with(Dimension.KEY, "key0"), "1", 1);

        assertThat(fixture.csv("2026-10-01", "2026-10-31"))
                .extracting(row -> String.join(
                        " ",
                        row.get("market"),
                        row.get("account"),
                        row.get("account_id"),
                        row.get("key"),
                        row.get("key_id")))
                .containsExactly("NL Counter bot acc1 Shop key1", "NL Counter bot acc1 key0 key0");
        fixture.accounts.disconnect(account);
        assertThat(fixture.csv("2026-10-01", "2026-10-31").getFirst().get("account"))
                .isEqualTo("acc1");
    }

    @Test
    void usage_of_one_day_and_purpose_is_one_row() {
        fixture.ledger.messages(Fixture.DEMO, NOON, TEXT, "1.5", 1);
        fixture.ledger.messages(Fixture.DEMO, NOON.plus(Duration.ofHours(3)), TEXT, "0.001", 1);
        CSVRecord row = only(fixture.csv("2026-10-07", "2026-10-07"));
        assertThat(row.get("quantity")).isEqualTo("1.501");
        assertThat(row.get("events")).isEqualTo("2");
    }

    @Test
    void days_are_the_workspaces_days_across_a_change_of_the_clock() {
        fixture.in(ZoneId.of("Europe/Bucharest"));
        fixture.ledger.messages(Fixture.DEMO, Instant.parse("2026-10-24T20:59:59Z"), TEXT, "1", 1);
        fixture.ledger.messages(Fixture.DEMO, Instant.parse("2026-10-24T21:00:00Z"), TEXT, "2", 1);
        fixture.ledger.messages(Fixture.DEMO, Instant.parse("2026-10-25T21:59:59Z"), TEXT, "3", 1);
        fixture.ledger.messages(Fixture.DEMO, Instant.parse("2026-10-25T22:00:00Z"), TEXT, "4", 1);
        assertThat(fixture.csv("2026-10-24", "2026-10-25"))
                .extracting(row -> row.get("day") + " " + row.get("quantity"))
                .containsExactly("2026-10-24 1", "2026-10-25 5");
    }

    @Test
    void quantities_beyond_what_a_double_can_hold_stay_exact() {
        fixture.ledger.messages(Fixture.DEMO, NOON, TEXT, "9007199254740.993", 1);
        fixture.ledger.messages(Fixture.DEMO, NOON.plus(Duration.ofDays(1)), TEXT, "0.002", 1);
        assertThat(Fixture.sum(fixture.csv("2026-10-01", "2026-10-31"), Unit.MESSAGE_CREDIT, "quantity"))
                .isEqualByComparingTo(new BigDecimal("9007199254740.995"));
    }

    @Test
    void thirteen_months_add_up_and_are_read_in_short_ranges() {
        LocalDate first = LocalDate.parse("2025-10-01");
        LocalDate last = LocalDate.parse("2026-10-31");
        SampleUsage.fill(fixture.ledger, first, last);
        List<CSVRecord> rows = fixture.csv(first.toString(), last.toString());
        assertThat(fixture.ledger.asked()).allSatisfy(query -> assertThat(
                        Duration.between(query.range().from(), query.range().to()))
                .isLessThanOrEqualTo(Duration.ofDays(7)));
        TimeRange all = TimeRange.ofDays(first, last, ZoneId.of("UTC"));
        for (Unit unit : List.of(Unit.MESSAGE_CREDIT, Unit.AI_TOKEN, Unit.SUBSCRIBER)) {
            Amount total = fixture.ledger
                    .query(UsageQuery.total(Fixture.DEMO, unit, all, ZoneId.of("UTC")))
                    .getFirst()
                    .usage()
                    .amount();
            assertThat(Fixture.sum(rows, unit, "quantity")).isEqualByComparingTo(total.toBigDecimal());
        }
        assertThat(rows).extracting(row -> row.get("day")).isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "-", "=HYPERLINK(\"http://x\",\"y\")"})
    void texts_that_look_like_formulas_are_defused(String text) {
        fixture.ledger.messages(Fixture.DEMO, NOON, TEXT.with(Dimension.CAMPAIGN, text), "1", 1);
        assertThat(only(fixture.csv("2026-10-01", "2026-10-31")).get("campaign"))
                .isEqualTo("'" + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "x;=1+1;! x;'=1+1;",
                "a,-2+3! a,'-2+3",
                "x;\"=1+1! x;\"'=1+1",
                "x|@SUM(A1)! x|'@SUM(A1)",
                "` =1+1`! ` '=1+1`",
                "x; =1+1! x; '=1+1"
            })
    void a_formula_behind_another_separator_or_quote_is_defused_too(String text, String inert) {
        fixture.ledger.messages(Fixture.DEMO, NOON, TEXT.with(Dimension.CAMPAIGN, text), "1", 1);
        assertThat(only(fixture.csv("2026-10-01", "2026-10-31")).get("campaign"))
                .isEqualTo(inert);
    }

    @Test
    void a_channels_name_and_an_accounts_are_defused_too() {
        fixture.channels.with("evil", "=1+1", "#000000", Unit.MESSAGE_CREDIT);
        String account = fixture.account("evil", "@cmd");
        fixture.ledger.messages(
                Fixture.DEMO, NOON, TEXT.with(Dimension.CHANNEL, "evil").with(Dimension.ACCOUNT, account), "1", 1);
        CSVRecord row = only(fixture.csv("2026-10-01", "2026-10-31"));

        assertThat(row.get("channel")).isEqualTo("'=1+1");
        assertThat(row.get("account")).isEqualTo("'@cmd");
    }

    @Test
    void a_correction_below_zero_stays_a_number() {
        fixture.ledger.messages(Fixture.DEMO, NOON, TEXT, "-2.5", 0);
        assertThat(only(fixture.csv("2026-10-01", "2026-10-31")).get("quantity"))
                .isEqualTo("-2.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b", "say \"hi\"", "\"", "東京, 大阪", "مرحبا \"x\"", "🎉, 🎊", "semi;colon", " spaces ", "'"})
    void every_text_comes_back_as_it_was(String text) {
        fixture.ledger.messages(Fixture.DEMO, NOON, TEXT.with(Dimension.CAMPAIGN, text), "1", 1);
        assertThat(only(fixture.csv("2026-10-01", "2026-10-31")).get("campaign"))
                .isEqualTo(text);
    }

    @Test
    void lines_end_in_crlf_and_there_is_no_byte_order_mark() {
        fixture.ledger.messages(Fixture.DEMO, NOON, TEXT, "1", 1);
        String text = new String(fixture.write(Format.CSV, "2026-10-07", "2026-10-07"), StandardCharsets.UTF_8);
        assertThat(text).startsWith("day,unit,").endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n")).hasSize(2);
    }

    @Test
    void an_empty_period_is_a_header_alone() {
        assertThat(new String(fixture.write(Format.CSV, "2026-10-07", "2026-10-07"), StandardCharsets.UTF_8))
                .isEqualTo(String.join(",", UsageCsv.COLUMNS) + "\r\n");
    }

    @Test
    void a_channel_nobody_knows_any_more_goes_by_its_id() {
        fixture.ledger.messages(Fixture.DEMO, NOON, Fixture.attribution("fax", "text", "", "", "", ""), "1", 1);
        assertThat(only(fixture.csv("2026-10-01", "2026-10-31")).get("channel")).isEqualTo("fax");
    }

    @Test
    void other_workspaces_are_not_told() {
        fixture.ledger.messages(new WorkspaceId("other"), NOON, TEXT, "1", 1);
        assertThat(fixture.csv("2026-10-01", "2026-10-31")).isEmpty();
    }

    @Test
    void an_unknown_workspace_is_refused_before_anything_is_written() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportRequest request = new ReportRequest(
                new WorkspaceId("nobody"),
                ReportRequest.Kind.USAGE,
                Format.CSV,
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2026-10-01"));
        assertThatThrownBy(() -> fixture.service(Fixture.settings(2, 1_000, 15)).write(request, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
        assertThat(out.size()).isZero();
    }

    private static CSVRecord only(List<CSVRecord> rows) {
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }
}
