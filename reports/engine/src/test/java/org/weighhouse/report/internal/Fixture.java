package org.weighhouse.report.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.api.kit.FakeChannels;
import org.weighhouse.api.kit.FakeTrail;
import org.weighhouse.api.kit.FakeWorkspaces;
import org.weighhouse.api.report.ReportRequest;

/** A report service over a fake ledger, and what reads its output back. */
final class Fixture {

    static final WorkspaceId DEMO = new WorkspaceId("demo");
    static final Instant NOW = Instant.parse("2026-11-23T20:15:00Z");

    final FakeLedger ledger = new FakeLedger();
    final FakeAccounts accounts = new FakeAccounts();
    final FakeChannels channels = new FakeChannels()
            .with("telegram", "Telegram", "#2AABEE", Unit.MESSAGE_CREDIT)
            .with("whatsapp", "WhatsApp", "#25D366", Unit.MESSAGE_CREDIT)
            .with("messenger", "Messenger", "#7A5CFA", Unit.MESSAGE_CREDIT)
            .with("openai", "OpenAI", "#0E8A6D", Unit.AI_TOKEN)
            .with("anthropic", "Anthropic", "#D97757", Unit.AI_TOKEN);
    private Workspace workspace = new Workspace(DEMO, "Acme Coffee Roasters", ZoneId.of("UTC"), "Growth");

    Fixture named(String name) {
        workspace = new Workspace(DEMO, name, workspace.zone(), workspace.plan(), workspace.currency());
        return this;
    }

    Fixture in(ZoneId zone) {
        workspace = new Workspace(DEMO, workspace.name(), zone, workspace.plan(), workspace.currency());
        return this;
    }

    Fixture paying(String currency) {
        workspace = new Workspace(
                DEMO, workspace.name(), workspace.zone(), workspace.plan(), Currency.getInstance(currency));
        return this;
    }

    /** @return the account's id */
    String account(String channel, String name) {
        return accounts.connect(DEMO, channel, new AccountDetails(name, URI.create("http://[::1]"), Map.of(), Map.of()))
                .id();
    }

    static Attribution attribution(
            String channel, String kind, String campaign, String flow, String feature, String model) {
        return Attribution.NONE
                .with(Dimension.CHANNEL, channel)
                .with(Dimension.MESSAGE_KIND, kind)
                .with(Dimension.CAMPAIGN, campaign)
                .with(Dimension.AUTOMATION_FLOW, flow)
                .with(Dimension.AI_FEATURE, feature)
                .with(Dimension.MODEL, model);
    }

    final FakeTrail trail = new FakeTrail();

    UsageReports service(ReportSettings settings) {
        FakeWorkspaces workspaces = new FakeWorkspaces();
        workspaces.save(workspace);
        return new UsageReports(
                workspaces,
                channels,
                accounts,
                new FakeKeys(),
                ledger,
                trail,
                settings,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    byte[] write(ReportRequest.Format format, String first, String last) {
        return write(service(settings(2, 60_000, 15)), format, first, last);
    }

    static byte[] write(UsageReports service, ReportRequest.Format format, String first, String last) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            service.write(request(format, first, last), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static ReportRequest request(ReportRequest.Format format, String first, String last) {
        return new ReportRequest(DEMO, ReportRequest.Kind.USAGE, format, LocalDate.parse(first), LocalDate.parse(last));
    }

    List<CSVRecord> csv(String first, String last) {
        String text = new String(write(ReportRequest.Format.CSV, first, last), StandardCharsets.UTF_8);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BigDecimal sum(List<CSVRecord> records, Unit unit, String column) {
        return records.stream()
                .filter(record -> record.get("unit").equals(unit.slug()))
                .map(record -> new BigDecimal(record.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As eyes read it, line by line. */
    static String text(byte[] pdf) {
        return text(pdf, true);
    }

    /** In the order of the document. */
    static String textAsWritten(byte[] pdf) {
        return text(pdf, false);
    }

    private static String text(byte[] pdf, boolean byPosition) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(byPosition);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReportSettings settings(int concurrent, long waitInMs, int rows) {
        return new ReportSettings() {
            @Override
            public int pdf_concurrent_max() {
                return concurrent;
            }

            @Override
            public long pdf_wait_in_ms() {
                return waitInMs;
            }

            @Override
            public int pdf_rows_max() {
                return rows;
            }

            @Override
            public int query_days() {
                return 7;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return ReportSettings.class;
            }
        };
    }
}
