package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One number, four ways to see it: CSV, PDF, dashboard and REST API agree to the last unit, with weights other than 1, with
 * what the providers charge, and with corrections.
 */
@ExtendWith(DemoProduct.class)
class TieOutIT {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    @Test
    void csvAndPdfAndDashboardAndApiShowTheSameTotals(Installation installation) throws Exception {
        Api api = new Api(installation.gateway, DashboardIT.demo(installation).getProperty("key"));
        try (Chromium chromium = new Chromium()) {
            DashboardPage dashboard = DashboardPage.login(chromium.desktop(), installation);
            Month month = Month.now(dashboard.workspaceZone());
            Totals before = Totals.ofApi(api, month);

            sendUsage(api);

            Totals now = Totals.ofApi(api, month);
            assertThat(now.messages().subtract(before.messages())).isEqualByComparingTo("8.5");
            assertThat(now.tokens().subtract(before.tokens())).isEqualByComparingTo("2360");
            assertThat(now.cost().subtract(before.cost())).isEqualByComparingTo("0.474248");
            dashboard.awaitNumber("card-messages-used", now.messages());
            dashboard.awaitNumber("card-ai-tokens-used", now.tokens());
            dashboard.awaitNumber("cost-this-month", toCents(now.cost()));

            Path folder = Files.createDirectories(Path.of("target", "reports"));
            dashboard.reportRange(month.first(), month.today());
            UsageCsv csv = UsageCsv.read(dashboard.download("report-csv", folder.resolve("usage.csv")));
            String pdf = text(dashboard.download("report-pdf", folder.resolve("usage.pdf")));

            assertThat(csv.sum("message_credits", "quantity")).isEqualByComparingTo(now.messages());
            assertThat(csv.sum("ai_tokens", "quantity")).isEqualByComparingTo(now.tokens());
            assertThat(csv.sum("cost", "quantity")).isEqualByComparingTo(now.cost());
            assertThat(ShownNumber.behind("Message credits [0-9,]+ messages", pdf))
                    .isEqualByComparingTo(now.messages());
            assertThat(ShownNumber.behind("AI tokens [0-9,]+ calls", pdf)).isEqualByComparingTo(now.tokens());
            assertThat(ShownNumber.behind("All message credits [0-9,]+ ", pdf)).isEqualByComparingTo(now.messages());
            assertThat(ShownNumber.behind("Cost in EUR", pdf)).isEqualByComparingTo(now.cost());
        }
    }

    /** Half credits, threefold ones, priced ones and weighted tokens; two of them corrected, to another number and kind. */
    private static void sendUsage(Api api) throws Exception {
        String run = UUID.randomUUID().toString();
        send(api, "message.sent", run + "-1", "'channel':'telegram','kind':'voice','quantity':3");
        send(api, "message.sent", run + "-2", "'channel':'whatsapp','kind':'template','market':'NL','quantity':7");
        send(api, "message.sent", run + "-3", "'channel':'telegram','kind':'video','quantity':2");
        send(api, "ai.tokens", run + "-4", "'provider':'openai','model':'o3','input':1000,'output':333,'reasoning':7");
        send(
                api,
                "usage.corrected",
                run + "-5",
                "'corrects':'" + run + "-2','channel':'whatsapp','kind':'template','market':'NL','quantity':5");
        send(
                api,
                "usage.corrected",
                run + "-6",
                "'corrects':'" + run + "-3','channel':'telegram','kind':'voice','quantity':4");
    }

    private static void send(Api api, String type, String id, String data) throws Exception {
        String event = """
                {"specversion":"1.0","id":"%s","source":"tie-out","type":"%s","subject":"demo","data":{%s}}""".formatted(id, type, data.replace('\'', '"'));
        assertThat(api.event(event).statusCode()).as(event).isEqualTo(204);
    }

    /** The month so far, in the workspace's days. */
    private record Month(LocalDate first, LocalDate today, ZoneId zone) {

        static Month now(ZoneId zone) {
            LocalDate today = LocalDate.now(zone);
            return new Month(today.withDayOfMonth(1), today, zone);
        }
    }

    /** @param cost in euros */
    private record Totals(BigDecimal messages, BigDecimal tokens, BigDecimal cost) {

        static Totals ofApi(Api api, Month month) throws Exception {
            return new Totals(
                    total(api, "message_credits", month),
                    total(api, "ai_tokens", month),
                    total(api, "cost", month).divide(MILLION));
        }

        private static BigDecimal total(Api api, String slug, Month month) throws Exception {
            return api.total(
                    slug,
                    month.first().atStartOfDay(month.zone()).toInstant(),
                    month.today().plusDays(1).atStartOfDay(month.zone()).toInstant());
        }
    }

    private static BigDecimal toCents(BigDecimal euros) {
        return euros.setScale(2, RoundingMode.HALF_UP);
    }

    private static String text(Path pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }
}
