package org.weighhouse.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.kit.FakeWorkspaces;
import org.weighhouse.api.kit.UnaskedKeys;
import org.weighhouse.api.report.ReportService;

class CommandsTest {

    private static final Workspace ACME = new Workspace(new WorkspaceId("acme"), "Acme", ZoneId.of("UTC"), "free");

    @TempDir
    Path folder;

    private FakeKaraf karaf;
    private final FakeWorkspaces workspaces = new FakeWorkspaces();

    @BeforeEach
    void start() {
        karaf = new FakeKaraf(folder);
        karaf.provide(Workspaces.class, workspaces);
        workspaces.save(ACME);
    }

    @Test
    void aMissingServiceIsNamed() {
        assertThatThrownBy(() -> karaf.run(new UsageCommand()))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("UsageQueries");
    }

    @Test
    void aNewWorkspaceGetsDefaults() throws Exception {
        WorkspaceCreateCommand command = new WorkspaceCreateCommand();
        command.id = "fresh";
        karaf.run(command);

        assertThat(workspaces.find(new WorkspaceId("fresh")))
                .contains(new Workspace(new WorkspaceId("fresh"), "fresh", ZoneId.of("UTC"), "free"));
    }

    @Test
    void creatingAWorkspaceThatExistsChangesNothing() {
        WorkspaceCreateCommand command = new WorkspaceCreateCommand();
        command.id = "acme";
        command.plan = "scale";

        assertThatThrownBy(() -> karaf.run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("--update");
        assertThat(workspaces.find(ACME.id())).contains(ACME);
    }

    @Test
    void updatingKeepsWhatIsNotSaid() throws Exception {
        WorkspaceCreateCommand command = new WorkspaceCreateCommand();
        command.id = "acme";
        command.plan = "scale";
        command.update = true;
        karaf.run(command);

        assertThat(workspaces.find(ACME.id())).contains(new Workspace(ACME.id(), "Acme", ZoneId.of("UTC"), "scale"));
    }

    @Test
    void aMalformedIdIsOneLine() {
        WorkspaceCreateCommand command = new WorkspaceCreateCommand();
        command.id = "Not An Id";

        assertThatThrownBy(() -> karaf.run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageNotContaining("\n");
    }

    @Test
    void withSeveralWorkspacesOneMustBeNamed() {
        workspaces.save(new Workspace(new WorkspaceId("other"), "Other", ZoneId.of("UTC"), "free"));
        karaf.provide(ApiKeys.class, new FakeKeys());

        assertThatThrownBy(() -> karaf.run(new KeyCreateCommand()))
                .isInstanceOf(CommandException.class)
                .hasMessage("say which workspace: -w acme | other");
    }

    @Test
    void aQuietKeyIsTheKeyAlone() throws Exception {
        karaf.provide(ApiKeys.class, new FakeKeys());
        KeyCreateCommand command = new KeyCreateCommand();
        command.quiet = true;

        assertThat(karaf.run(command).strip()).isEqualTo(FakeKeys.TEXT);
    }

    @Test
    void aKeyIsShownOnceAndNeverListed() throws Exception {
        karaf.provide(ApiKeys.class, new FakeKeys());

        assertThat(karaf.run(new KeyCreateCommand()))
                .containsOnlyOnce(FakeKeys.TEXT)
                .contains("/telegram/bot<key>/");
        assertThat(karaf.run(new KeyListCommand()))
                .doesNotContain(FakeKeys.TEXT)
                .contains("wh_…4444");
    }

    @Test
    void theTermsOfAKeyAreSaidAndListed() throws Exception {
        karaf.provide(ApiKeys.class, new FakeKeys());
        KeyCreateCommand command = new KeyCreateCommand();
        command.scopes = List.of("read", "ingest,send");
        command.sources = List.of("203.0.113.0/24,2001:db8::/32");
        command.expires = "90d";

        assertThat(karaf.run(command)).contains("good for send, ingest, read");
        assertThat(karaf.run(new KeyListCommand()))
                .contains("send, ingest, read", "203.0.113.0/24, 2001:db8:0:0:0:0:0:0/32")
                .contains(LocalDate.now(ZoneOffset.UTC).plusDays(90).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all | | | there is no scope all",
                "read | soon | | say a number of days",
                "read | 2020-01-01T00:00:00Z | | expires in the future",
                "read | | office | say 203.0.113.7",
                "read | | 10.0.0.0/99 | at most /32"
            })
    void malformedTermsAreOneLine(String scope, String expires, String source, String said) {
        karaf.provide(ApiKeys.class, new FakeKeys());
        KeyCreateCommand command = new KeyCreateCommand();
        command.scopes = List.of(scope);
        command.expires = expires;
        command.sources = source == null ? List.of() : List.of(source);

        assertThatThrownBy(() -> karaf.run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aRotatedKeyIsShownOnceToo() throws Exception {
        karaf.provide(ApiKeys.class, new FakeKeys());
        karaf.run(new KeyCreateCommand());
        KeyRotateCommand command = new KeyRotateCommand();
        command.id = "id1";

        assertThat(karaf.run(command)).containsOnlyOnce(FakeKeys.TEXT).contains("The old one is good for 1d more");
        command.overlap = "0m";
        assertThat(karaf.run(command)).contains("good for nothing");
        command.overlap = "a while";
        assertThatThrownBy(() -> karaf.run(command)).hasMessageContaining("say 7d, 12h or 30m");
        command.overlap = "1d";
        command.id = FakeKeys.TEXT;
        assertThatThrownBy(() -> karaf.run(command))
                .hasMessageContaining("say the key's id")
                .hasMessageNotContaining("1111");
        command.id = "nobody";
        assertThatThrownBy(() -> karaf.run(command)).hasMessageContaining("there is no key");
    }

    @Test
    void aCurrencyIsKeptUnlessAnotherIsSaid() throws Exception {
        WorkspaceCreateCommand command = new WorkspaceCreateCommand();
        command.id = "fresh";
        command.currency = "eur";

        assertThat(karaf.run(command)).contains("plan free, EUR");
        command.update = true;
        command.currency = null;
        command.name = "Fresh";
        karaf.run(command);
        assertThat(workspaces.find(new WorkspaceId("fresh")).orElseThrow().currency())
                .isEqualTo(Currency.getInstance("EUR"));
        command.currency = "euros";
        assertThatThrownBy(() -> karaf.run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("euros");
    }

    @Test
    void aReportIsWrittenToAFileThatIsNotOverwrittenUnasked() throws Exception {
        ReportService reports = (request, out) -> out.write(request.fileName().getBytes(StandardCharsets.UTF_8));
        karaf.provide(ReportService.class, reports);
        ReportRunCommand command = report();
        karaf.run(command);

        assertThat(folder.resolve("usage-acme-2026-10-01-2026-10-31.csv"))
                .hasContent("usage-acme-2026-10-01-2026-10-31.csv");
        assertThatThrownBy(() -> karaf.run(command)).hasMessageContaining("--overwrite");
        command.overwrite = true;
        karaf.run(command);
    }

    @Test
    void aReportThatFailsLeavesNoFile() {
        ReportService reports = (request, out) -> {
            out.write(1);
            throw new IllegalArgumentException("no such workspace");
        };
        karaf.provide(ReportService.class, reports);

        assertThatThrownBy(() -> karaf.run(report())).isInstanceOf(CommandException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void balancesAreSeenFromNowOrTheEndOfAMonthThatIsOver() {
        ZoneId utc = ZoneId.of("UTC");
        Instant now = Instant.parse("2026-06-15T12:00:00Z");

        assertThat(UsageCommand.seenFrom(YearMonth.of(2026, 6), utc, now)).isEqualTo(now);
        assertThat(UsageCommand.seenFrom(YearMonth.of(2026, 5), utc, now)).isEqualTo("2026-05-31T23:59:59.999Z");
        assertThat(UsageCommand.seenFrom(YearMonth.of(2026, 7), utc, now)).isEqualTo("2026-07-01T00:00:00Z");
    }

    private static ReportRunCommand report() {
        ReportRunCommand command = new ReportRunCommand();
        command.format = "csv";
        command.to = LocalDate.of(2026, 10, 31).toString();
        return command;
    }

    private static final class FakeKeys implements UnaskedKeys {
        static final String TEXT = "wh_11111111111111111111111111114444";
        private final List<KeyInfo> made = new ArrayList<>();

        @Override
        public Optional<NewKey> rotate(String id, Duration overlap) {
            return made.stream()
                    .filter(info -> info.id().equals(id))
                    .findFirst()
                    .map(info -> new NewKey(info, TEXT));
        }

        @Override
        public NewKey create(WorkspaceId workspace, KeyTerms terms) {
            if (terms.validity().isExpired(Instant.now())) {
                throw new IllegalArgumentException("a key expires in the future");
            }
            KeyInfo info = new KeyInfo("id1", workspace, "4444", terms, Instant.EPOCH, Optional.empty());
            made.add(info);
            return new NewKey(info, TEXT);
        }

        @Override
        public boolean revoke(String id) {
            return made.removeIf(info -> info.id().equals(id));
        }

        @Override
        public List<KeyInfo> list(WorkspaceId workspace) {
            return List.copyOf(made);
        }

        @Override
        public Optional<KeyInfo> resolve(String text) {
            return Optional.empty();
        }
    }
}
