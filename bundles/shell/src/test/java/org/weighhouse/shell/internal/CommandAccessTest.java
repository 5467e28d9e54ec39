package org.weighhouse.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Access;
import org.weighhouse.api.access.AccessTokens;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.access.Permission.Scope;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.AuditQuery;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Validity;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.api.kit.FakeChannels;
import org.weighhouse.api.kit.FakeTokens;
import org.weighhouse.api.kit.FakeUsers;
import org.weighhouse.api.kit.FakeWorkspaces;
import org.weighhouse.api.kit.UnaskedKeys;
import org.weighhouse.api.kit.UnaskedTrail;
import org.weighhouse.api.report.TrailExport;

/** Every command × every role × own and foreign workspace. */
class CommandAccessTest {

    private static final Path FEATURES = Path.of("../../features/weighhouse/src/main/feature/feature.xml");

    /** The console's word for whoever has a role. */
    private static final Map<String, String> CONSOLE_ROLES = Map.of(
            "admin", "admin",
            "operator", "operator",
            "workspace-manager", "manager:own",
            "workspace-viewer", "viewer:own");

    /** Commands of workspaces that are about none in particular. */
    private static final Set<String> ABOUT_ALL = Set.of("workspace-list", "plan-list", "user-list");

    @TempDir
    Path folder;

    private FakeKaraf karaf;
    private String foreignAccount = "";

    @BeforeEach
    void start() {
        karaf = new FakeKaraf(folder);
        FakeWorkspaces workspaces = new FakeWorkspaces();
        workspaces.save(new Workspace(new WorkspaceId("own"), "Own", ZoneId.of("UTC"), "free"));
        workspaces.save(new Workspace(new WorkspaceId("foreign"), "Foreign", ZoneId.of("UTC"), "free"));
        FakeAccounts accounts = new FakeAccounts();
        foreignAccount = accounts.connect(
                        new WorkspaceId("foreign"),
                        "telegram",
                        new AccountDetails("Bot", URI.create("http://x"), Map.of(), Map.of()))
                .id();
        FakeUsers users = new FakeUsers();
        users.create(
                "stranger",
                new Secret("Birch-42-lantern"),
                Access.of(Set.of("viewer:foreign")).roles(),
                false);
        karaf.provide(Workspaces.class, workspaces);
        karaf.provide(ChannelAccounts.class, accounts);
        karaf.provide(Channels.class, new FakeChannels());
        karaf.provide(Users.class, users);
        karaf.provide(ApiKeys.class, new OneKeyEach());
        karaf.provide(AccessTokens.class, new FakeTokens());
    }

    private static final class OneKeyEach implements UnaskedKeys {
        @Override
        public List<KeyInfo> list(WorkspaceId workspace) {
            return List.of(new KeyInfo(
                    "key-of-" + workspace, workspace, "4444", KeyTerms.of("label"), Instant.EPOCH, Optional.empty()));
        }
    }

    @Test
    void whatKarafShowsToARoleIsWhatTheCommandAllows() throws Exception {
        Map<String, Set<String>> rules = rules();
        Map<String, Set<String>> expected = new TreeMap<>();
        expected.put("*", Set.of("admin"));
        for (WeighhouseCommand command : AllCommands.made()) {
            expected.put(
                    AllCommands.name(command),
                    CONSOLE_ROLES.entrySet().stream()
                            .filter(role -> allows(command, Access.of(Set.of(role.getValue()))))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertThat(rules).isEqualTo(expected).hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "operator", "manager:own", "viewer:own", "ssh", "viewer", "manager"})
    void aCommandIsRefusedToRolesThatMayNot(String role) throws Exception {
        karaf.actAs(role);
        Access access = Access.of(Set.of(role));
        for (WeighhouseCommand command : AllCommands.made()) {
            Throwable refused = catchThrowable(() -> karaf.run(command));
            String why = refused == null ? "" : String.valueOf(refused.getMessage());
            assertThat(why.startsWith("this is for"))
                    .as("%s for %s: %s", AllCommands.name(command), role, why)
                    .isEqualTo(!allows(command, access));
        }
    }

    @Test
    void nobodyMayDoNothing() throws Exception {
        karaf.actAs();
        for (WeighhouseCommand command : AllCommands.made()) {
            assertThatThrownBy(() -> karaf.run(command))
                    .as(AllCommands.name(command))
                    .hasMessageStartingWith("this is for");
        }
    }

    /** Not even that it is there is told. */
    @ParameterizedTest
    @ValueSource(strings = {"manager:own", "viewer:own"})
    void whatIsForeignIsUnknown(String role) throws Exception {
        karaf.actAs(role);
        for (WeighhouseCommand command : AllCommands.made()) {
            String name = AllCommands.name(command);
            if (!allows(command, Access.of(Set.of(role))) || ABOUT_ALL.contains(name)) {
                continue;
            }
            boolean aimed = AllCommands.set(command, "workspace", "foreign")
                    | AllCommands.set(command, "account", foreignAccount)
                    | AllCommands.set(command, "id", "key-of-foreign")
                    | AllCommands.set(command, "name", "stranger")
                    | AllCommands.set(command, "owner", "stranger")
                    | AllCommands.set(command, "role", "viewer:foreign");
            assertThat(aimed).as("%s names what it is about", name).isTrue();
            if (command instanceof UserCreateCommand create) {
                create.name = "somebody";
                create.roles = List.of("viewer:foreign");
            }
            assertThatThrownBy(() -> karaf.run(command))
                    .as(name)
                    .hasMessageMatching("(?s)there is no (workspace foreign; there is own|account .*|key .*)"
                            + "|you may not give or take the role viewer:foreign"
                            + "|there is no user stranger; .*|there is no token .*"
                            + "|tokens of others are for platform admins");
        }
    }

    @Test
    void listsShowNothingForeign() throws Exception {
        karaf.actAs("manager:own");
        for (WeighhouseCommand command : List.of(
                new WorkspaceListCommand(), new KeyListCommand(), new ChannelListCommand(), new UserListCommand())) {
            assertThat(karaf.run(command))
                    .as(AllCommands.name(command))
                    .doesNotContain("foreign", "stranger", foreignAccount);
        }
    }

    @Test
    void onlyAdminsReachFilesOfTheServer() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "of the server");
        karaf.actAs("manager:own");
        ChannelConnectCommand connect = new ChannelConnectCommand();
        connect.channel = "telegram";
        connect.files = List.of(secret.toString());
        ReportRunCommand report = new ReportRunCommand();
        report.file = folder.resolve("report.csv").toString();
        karaf.provide(org.weighhouse.api.report.ReportService.class, (request, out) -> out.write('x'));

        assertThatThrownBy(() -> karaf.run(connect)).hasMessageContaining("only platform admins");
        assertThatThrownBy(() -> karaf.run(report)).hasMessageContaining("only platform admins");
        assertThat(folder.resolve("report.csv")).doesNotExist();
        report.file = null;
        assertThat(karaf.run(report)).isEqualTo("x");
        report.format = "pdf";
        assertThatThrownBy(() -> karaf.run(report)).hasMessageContaining("dashboard");
    }

    @Test
    void managersSeeTheTrailOfTheirWorkspacesOnly() throws Exception {
        List<AuditQuery> asked = new ArrayList<>();
        karaf.provide(AuditTrail.class, new AskedTrail(asked));
        karaf.provide(TrailExport.class, (query, out) -> asked.add(query));
        karaf.actAs("manager:own");
        karaf.run(new AuditListCommand());
        karaf.run(new AuditExportCommand());
        AuditExportCommand toFile = new AuditExportCommand();
        toFile.file = folder.resolve("trail.csv").toString();
        assertThatThrownBy(() -> karaf.run(toFile)).hasMessageContaining("only platform admins");
        karaf.actAs("admin");
        karaf.run(new AuditListCommand());
        karaf.run(toFile);

        assertThat(asked)
                .extracting(AuditQuery::workspaces)
                .containsExactly(
                        Optional.of(Set.of(new WorkspaceId("own"))),
                        Optional.of(Set.of(new WorkspaceId("own"))),
                        Optional.empty(),
                        Optional.empty());
        assertThat(folder.resolve("trail.csv")).exists();
    }

    @Test
    void everybodyHasTheirOwnTokensAndAnAdminEverybodys() throws Exception {
        AccessTokens tokens = new FakeTokens();
        karaf.provide(AccessTokens.class, tokens);
        String stranger =
                tokens.create("stranger", "theirs", Validity.ALWAYS).info().id();
        TokenRevokeCommand revoke = new TokenRevokeCommand();
        revoke.id = stranger;

        karaf.actAs(new User("anna", List.of(Assignment.parse("manager:own")), false, 1, Instant.EPOCH));
        assertThat(karaf.run(new TokenCreateCommand())).contains("acts for anna", "wht_");
        assertThat(karaf.run(new TokenListCommand())).contains("anna").doesNotContain("theirs");
        assertThatThrownBy(() -> karaf.run(revoke)).hasMessageStartingWith("there is no token");
        karaf.actAs("admin");
        assertThat(karaf.run(new TokenListCommand())).contains("theirs");
        TokenCreateCommand create = new TokenCreateCommand();
        create.owner = "stranger";
        assertThat(karaf.run(create)).contains("acts for stranger", "wht_");
        karaf.run(revoke);
        assertThat(tokens.list("stranger"))
                .extracting(AccessTokens.TokenInfo::label)
                .containsExactly("shell");
    }

    private record AskedTrail(List<AuditQuery> asked) implements UnaskedTrail {
        @Override
        public List<AuditEntry> find(AuditQuery query) {
            asked.add(query);
            return List.of();
        }
    }

    private static boolean allows(WeighhouseCommand command, Access access) {
        return command.isForEverybody() ? !access.roles().isEmpty() : allows(command.needs(), access);
    }

    private static boolean allows(Permission permission, Access access) {
        return permission.scope() == Scope.INSTALLATION
                ? access.may(permission)
                : access.may(permission, new WorkspaceId("own"));
    }

    /** The access rules as they come with the features. */
    private static Map<String, Set<String>> rules() throws Exception {
        String xml = Files.readString(FEATURES);
        String begin = "<config name=\"org.apache.karaf.command.acl.weighhouse\">";
        int from = xml.indexOf(begin) + begin.length();
        Properties rules = new Properties();
        rules.load(new StringReader(xml.substring(from, xml.indexOf("</config>", from))));
        Map<String, Set<String>> byCommand = new TreeMap<>();
        rules.stringPropertyNames()
                .forEach(name -> byCommand.put(
                        name,
                        Stream.of(rules.getProperty(name).split(","))
                                .map(String::strip)
                                .collect(Collectors.toCollection(TreeSet::new))));
        return byCommand;
    }
}
