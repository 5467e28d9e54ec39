package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One number, four ways to see it: CSV, PDF, dashboard and REST API agree to the last unit. */
@ExtendWith(DemoProduct.class)
class TieOutIT {

    @Test
    void csvAndPdfAndDashboardAndApiShowTheSameTotal(Installation installation) throws Exception {
        Api api = new Api(installation.gateway, DashboardIT.demo(installation).getProperty("key"));
        try (Chromium chromium = new Chromium()) {
            DashboardPage dashboard = DashboardPage.login(chromium.desktop(), installation);
            ZoneId zone = dashboard.workspaceZone();
            LocalDate today = LocalDate.now(zone);
            LocalDate first = today.withDayOfMonth(1);
            BigDecimal shown = dashboard.number("card-messages-used");

            Path folder = Files.createDirectories(Path.of("target", "reports"));
            dashboard.reportRange(first, today);
            Path csv = dashboard.download("report-csv", folder.resolve("usage.csv"));
            Path pdf = dashboard.download("report-pdf", folder.resolve("usage.pdf"));

            assertThat(shown).isPositive();
            assertThat(UsageCsv.read(csv).sum("message_credits", "quantity")).isEqualByComparingTo(shown);
            assertThat(pdfTotal(pdf)).isEqualByComparingTo(shown);
            assertThat(api.total(
                            "message_credits",
                            first.atStartOfDay(zone).toInstant(),
                            today.plusDays(1).atStartOfDay(zone).toInstant()))
                    .isEqualByComparingTo(shown);
        }
    }

    /** The grand total in the document's text, as a reader finds it. */
    private static BigDecimal pdfTotal(Path pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document);
            Matcher total = Pattern.compile("All message credits\\s+([0-9]{1,3}(?:,[0-9]{3})*)")
                    .matcher(text);
            assertThat(total.find()).as(text).isTrue();
            return new BigDecimal(total.group(1).replace(",", ""));
        }
    }
}
