package org.weighhouse.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.Amount;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.PriceBook.MessagePrice;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.RateCard.MessageRate;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.kit.FakeWorkspaces;
import org.weighhouse.api.pricing.PriceChange;
import org.weighhouse.api.pricing.PriceFiles;

class TariffCommandsTest {

    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** The beginning of a day in Berlin. */
    private static final Instant FIRST_OF_JANUARY = Instant.parse("2025-12-31T23:00:00Z");

    @TempDir
    Path folder;

    private final FakeWorkspaces workspaces = new FakeWorkspaces();
    private final OneRowFiles files = new OneRowFiles();
    private FakeKaraf karaf;

    /** A file is a single number: credits of a message, or what it costs. */
    private static final class OneRowFiles implements PriceFiles {

        private Set<String> asked = Set.of();

        @Override
        public RateCard readRateCard(Instant effectiveFrom, InputStream csv) throws IOException {
            return new RateCard(effectiveFrom, List.of(new MessageRate("*", "*", "*", number(csv))), List.of());
        }

        @Override
        public PriceBook readPriceBook(Instant effectiveFrom, InputStream csv) throws IOException {
            return new PriceBook(effectiveFrom, List.of(new MessagePrice("*", "*", "*", number(csv))), List.of());
        }

        @Override
        public PriceBook readLiteLlm(PriceBook base, Instant effectiveFrom, Set<String> providers, InputStream json) {
            asked = providers;
            return new PriceBook(effectiveFrom, base.messages(), List.of());
        }

        private static Amount number(InputStream file) throws IOException {
            return Amount.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8).strip());
        }

        @Override
        public void write(RateCard card, OutputStream out) throws IOException {
            out.write(card.messages().toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void write(PriceBook book, OutputStream out) throws IOException {
            out.write(book.messages().toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public List<PriceChange> changes(RateCard before, RateCard after) {
            return before.messages().equals(after.messages())
                    ? List.of()
                    : List.of(new PriceChange("the row", text(before.messages()), text(after.messages())));
        }

        @Override
        public List<PriceChange> changes(PriceBook before, PriceBook after) {
            return before.messages().equals(after.messages())
                    ? List.of()
                    : List.of(new PriceChange("the row", text(before.messages()), text(after.messages())));
        }

        private static String text(List<?> rows) {
            return rows.isEmpty() ? "" : rows.toString();
        }
    }

    @BeforeEach
    void start() {
        karaf = new FakeKaraf(folder);
        karaf.provide(Workspaces.class, workspaces);
        karaf.provide(PriceFiles.class, files);
        workspaces.save(new Workspace(ACME, "Acme", BERLIN, "free"));
    }

    private RateCardImportCommand importOf(String content) throws IOException {
        RateCardImportCommand command = new RateCardImportCommand();
        command.file = Files.writeString(folder.resolve("card.csv"), content).toString();
        command.from = "2026-01-01";
        return command;
    }

    @Test
    void aDryRunShowsWhatWouldChangeAndChangesNothing() throws Exception {
        RateCardImportCommand command = importOf("2.5");
        command.dryRun = true;

        assertThat(karaf.run(command)).contains("the row", "2.5", "1 change on 2026-01-01 00:00", "dry run");
        assertThat(workspaces.rateCards(ACME)).isEmpty();
    }

    @Test
    void anImportCountsFromTheBeginningOfTheDayInTheWorkspacesZone() throws Exception {
        assertThat(karaf.run(importOf("2.5"))).contains("Saved for acme; what was counted before now stays");

        assertThat(workspaces.rateCard(ACME, FIRST_OF_JANUARY).messages())
                .extracting(MessageRate::credits)
                .containsExactly(Amount.parse("2.5"));
        assertThat(workspaces.rateCard(ACME, FIRST_OF_JANUARY.minusMillis(1))).isEqualTo(RateCard.DEFAULT);
        assertThat(karaf.run(new RateCardListCommand())).contains("in force", "2026-01-01 00:00", "1 of messages");
        assertThat(karaf.run(new RateCardShowCommand())).contains("the row", "2.5", "2026-01-01 00:00");
        RateCardShowCommand csv = new RateCardShowCommand();
        csv.csv = true;
        assertThat(karaf.run(csv)).startsWith("[MessageRate");
    }

    @Test
    void whereThereIsNoneItSaysWhatHolds() throws Exception {
        assertThat(karaf.run(new RateCardListCommand())).contains("acme has no rate card: a message is a credit");
        assertThat(karaf.run(new PriceBookListCommand())).contains("acme has no price book: no cost is counted");
        assertThat(karaf.run(new RateCardShowCommand())).contains("No rows: a message is a credit");
        assertThat(karaf.run(new PriceBookShowCommand())).contains("No rows: no cost is counted");
    }

    @Test
    void pricesOfLiteLlmAreDollarsOfNamedProviders() throws Exception {
        PriceBookImportCommand command = new PriceBookImportCommand();
        command.file = Files.writeString(folder.resolve("list.json"), "{}").toString();
        command.from = "2026-01-01T00:00:00Z";
        command.format = "litellm";

        assertThatThrownBy(() -> karaf.run(command)).hasMessage("say whose models are wanted: -p openai");
        command.providers = List.of("openai", "anthropic");
        karaf.run(command);
        assertThat(files.asked).containsExactlyInAnyOrder("openai", "anthropic");
        workspaces.save(new Workspace(ACME, "Acme", BERLIN, "free", Currency.getInstance("EUR")));
        assertThatThrownBy(() -> karaf.run(command)).hasMessageContaining("the currency of acme is EUR");
        command.format = "xls";
        assertThatThrownBy(() -> karaf.run(command)).hasMessage("--format takes csv or litellm, not xls");
    }

    @Test
    void whatIsTypedWrongIsSaidInALine() throws Exception {
        RateCardImportCommand missing = importOf("1");
        missing.file = folder.resolve("nowhere.csv").toString();
        assertThatThrownBy(() -> karaf.run(missing)).hasMessage("there is no file " + missing.file);
        RateCardImportCommand undated = importOf("1");
        undated.from = "January";
        assertThatThrownBy(() -> karaf.run(undated)).hasMessageStartingWith("--from takes a day, such as 2026-10-01");
        RateCardShowCommand show = new RateCardShowCommand();
        show.time = "2026-13-01";
        assertThatThrownBy(() -> karaf.run(show)).hasMessageStartingWith("--time takes a day");
    }
}
