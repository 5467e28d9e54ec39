package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.audit.Acting;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.AuditQuery;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Allowance;

abstract class AuditContract extends CatalogContract {

    private static final Actor ANNA = new Actor("anna", Actor.Way.DASHBOARD, "192.0.2.7");
    private static final Secret PASSWORD = new Secret("Birch-42-lantern");
    private static final Deed REFUSED = Deed.done(Action.LOGIN, "bert").refused();
    private static final int THREADS = 8;
    private static final int NOTES = 25;

    @Test
    void everyChangeHasALineThatSaysWhoDidWhat() {
        long start = house.trail.check().entries();
        List<String> ids;
        try (Acting.Scope anna = Acting.as(ANNA)) {
            ids = changeEverything();
        }
        assertThat(house.trail.check().problem()).isEmpty();

        assertThat(since(start)).allMatch(entry -> entry.actor().equals(ANNA));
        assertThat(since(start))
                .extracting(AuditContract::line)
                .containsExactly(
                        "workspace-created demo [demo] Demo; zone Europe/Berlin; plan free; currency USD",
                        "workspace-changed demo [demo] name Demo → Shop; plan free → growth",
                        "plan-saved own [] message_credits 5 hard; ai_tokens 7.5 soft, what is left rolls over",
                        "plan-saved own [] no limits",
                        "rate-card-saved demo [demo] from 1970-01-01T00:00:00Z; 0 rates of messages, 0 of tokens",
                        "price-book-saved demo [demo] from 1970-01-01T00:00:00Z; 0 prices of messages, 0 of models",
                        "key-created " + ids.get(0) + " [demo] bot; for send, ingest, read",
                        "key-rotated " + ids.get(0) + " [demo] bot; the old text is good no longer",
                        "key-revoked " + ids.get(0) + " [demo] bot",
                        "account-connected " + ids.get(1) + " [demo] telegram one at https://one.example/x",
                        "account-connected " + ids.get(2) + " [demo] telegram two at https://two.example/x",
                        "account-standard " + ids.get(2) + " [demo] telegram two",
                        "account-changed " + ids.get(1) + " [demo] telegram first; name one → first;"
                                + " address https://one.example/x → https://first.example/x;"
                                + " settings changed: zone; secrets changed: token",
                        "account-disconnected " + ids.get(2) + " [demo] telegram two",
                        "user-created bert [demo] viewer:demo",
                        "user-role-given bert [demo] manager:demo",
                        "user-role-taken bert [demo] viewer:demo",
                        "user-password bert [] to be changed at the next login",
                        "user-removed bert [demo] manager:demo");
    }

    /** @return ids of a key and two accounts */
    private List<String> changeEverything() {
        saveDemo("free");
        house.workspaces.save(new Workspace(DEMO, "Shop", ZoneId.of("Europe/Berlin"), "growth"));
        house.workspaces.savePlan(new Plan(
                "own",
                Map.of(
                        Unit.MESSAGE_CREDIT,
                        new Allowance(Amount.of(5), Allowance.Limit.HARD, false),
                        Unit.AI_TOKEN,
                        new Allowance(Amount.parse("7.5"), Allowance.Limit.SOFT, true))));
        house.workspaces.savePlan(new Plan("own", Map.of()));
        house.workspaces.saveRateCard(DEMO, new RateCard(Instant.EPOCH, List.of(), List.of()));
        house.workspaces.savePriceBook(DEMO, new PriceBook(Instant.EPOCH, List.of(), List.of()));
        String key = house.keys.create(DEMO, KeyTerms.of("bot")).info().id();
        house.keys.rotate(key, Duration.ZERO);
        house.keys.revoke(key);
        house.keys.revoke(key);
        ChannelAccountStore accounts = house.accounts(folder.resolve("secret.key"));
        String one = accounts.connect(DEMO, "telegram", details("one", "s3cret-of-one", "a"))
                .id();
        String two = accounts.connect(DEMO, "telegram", details("two", "s3cret-of-two", "a"))
                .id();
        accounts.makeStandard(two);
        accounts.change(one, details("first", "s3cret-of-first", "b"));
        accounts.disconnect(two);
        accounts.disconnect(two);
        house.users.create("bert", PASSWORD, Set.of(Assignment.of(Role.VIEWER, DEMO)), false);
        house.users.grant("bert", Assignment.of(Role.MANAGER, DEMO));
        house.users.grant("bert", Assignment.of(Role.MANAGER, DEMO));
        house.users.revoke("bert", Assignment.of(Role.VIEWER, DEMO));
        house.users.setPassword("bert", new Secret("Quartz-17-harbour"), true);
        house.users.remove("bert");
        return List.of(key, one, two);
    }

    private static AccountDetails details(String name, String token, String zone) {
        return new AccountDetails(
                name,
                URI.create("https://" + name + ".example/x"),
                Map.of("zone", zone),
                Map.of("token", new Secret(token)));
    }

    @Test
    void noSecretIsInTheTrail() throws Exception {
        changeEverything();

        assertThat(house.values("catalog_audit"))
                .isNotEmpty()
                .noneMatch(value -> value.contains("s3cret") || value.contains(PASSWORD.value()))
                .noneMatch(value -> value.contains("wh_"));
    }

    @Test
    void whatIsRefusedChangesNothingAndHasNoLine() {
        long start = house.trail.check().entries();

        assertThatThrownBy(() -> saveDemo("none of that name")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> house.users.remove("admin")).isInstanceOf(IllegalArgumentException.class);

        assertThat(since(start)).isEmpty();
    }

    @Test
    void whatTheProductDoesByItselfIsItsOwn() {
        assertThat(house.trail.find(AuditQuery.newest(10)))
                .extracting(entry -> entry.actor().name() + " " + line(entry))
                .containsExactly(
                        "weighhouse user-created admin [] admin",
                        "weighhouse plan-saved built-in plans [] free, growth, scale, unlimited");
    }

    @Test
    void linesAreFoundByWhoseWhoWhatAndWhen() {
        WorkspaceId other = new WorkspaceId("other");
        house.trail.note(ANNA, Deed.done(Action.CREDITS_GIVEN, "g1", DEMO));
        house.trail.note(ANNA, Deed.done(Action.CREDITS_GIVEN, "g2", other));
        house.trail.note(Actor.key("k1", ""), Deed.done(Action.USAGE_CORRECTED, "e1", DEMO));
        AuditQuery newest = AuditQuery.newest(2);

        assertThat(subjects(newest)).containsExactly("e1", "g2");
        assertThat(subjects(newest.before(house.trail.find(newest).getLast().number())))
                .containsExactly("g1", "admin");
        assertThat(subjects(newest.of(Set.of(DEMO)))).containsExactly("e1", "g1");
        assertThat(subjects(newest.of(Set.of(DEMO, other)).atMost(9))).containsExactly("e1", "g2", "g1");
        assertThat(subjects(newest.of(Set.of()))).isEmpty();
        assertThat(subjects(newest.by(Optional.of("anna")))).containsExactly("g2", "g1");
        assertThat(subjects(newest.only(Optional.of(Action.USAGE_CORRECTED)))).containsExactly("e1");
        Instant now = Instant.now();
        TimeRange past = new TimeRange(now.minusSeconds(7_200), now.minusSeconds(3_600));
        TimeRange present = new TimeRange(now.minusSeconds(3_600), now.plusSeconds(3_600));
        assertThat(subjects(newest.within(Optional.of(past)))).isEmpty();
        assertThat(subjects(newest.within(Optional.of(present)))).containsExactly("e1", "g2");
        restart();
        assertThat(subjects(newest)).containsExactly("e1", "g2");
    }

    @Test
    void aLineThatWasChangedOrTakenOutIsFound() throws Exception {
        for (int i = 1; i <= 3; i++) {
            house.trail.note(ANNA, Deed.done(Action.CREDITS_GIVEN, "g" + i, DEMO));
        }
        String head = house.trail.check().head();
        assertThat(house.trail.find(AuditQuery.newest(1)).getFirst().hash()).isEqualTo(head);
        assertThat(house.trail.check().entries()).isEqualTo(5);

        house.sql("update catalog_audit set actor = 'bert' where subject = 'g2'");
        assertThat(house.trail.check().problem()).contains("line 4 was changed or taken out");
        house.sql("update catalog_audit set actor = 'anna' where subject = 'g2'");
        assertThat(house.trail.check().problem()).isEmpty();

        house.sql("update catalog_audit set made = made + 1 where subject = 'g3'");
        assertThat(house.trail.check().problem()).contains("line 5 was changed or taken out");
        house.sql("update catalog_audit set made = made - 1 where subject = 'g3'");

        house.sql("delete from catalog_audit where subject = 'g3'");
        assertThat(house.trail.check().problem()).contains("the lines after 4 were taken out");
        assertThat(house.trail.check().entries()).isEqualTo(4);
        house.sql("delete from catalog_audit where subject = 'g1'");
        assertThat(house.trail.check().problem()).contains("line 3 was changed or taken out");
    }

    @Test
    void linesWrittenSideBySideFollowEachOther() throws Exception {
        long start = house.trail.check().entries();
        saveDemo("free");
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                String name = "u" + i;
                writers.add(threads.submit(() -> {
                    for (int n = 0; n < NOTES; n++) {
                        house.trail.note(ANNA, Deed.done(Action.LOGIN, name));
                        house.workspaces.savePlan(new Plan(name + "-" + n, Map.of()));
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        assertThat(house.trail.check().problem()).isEmpty();
        assertThat(house.trail.check().entries()).isEqualTo(start + 1 + 2 * THREADS * NOTES);
    }

    @Test
    void whatComesAgainIsSummedUp() throws Exception {
        long start = house.trail.check().entries();
        // Both in one round.
        house.trail.noteSoon(ANNA, Deed.done(Action.LOGIN, "anna"));
        for (int i = 0; i < 38; i++) {
            house.trail.noteOften(ANNA, REFUSED);
        }
        awaitLines(start, 2);
        house.pass(AuditBacklog.SAME);
        awaitLines(start, 3);
        house.trail.noteOften(ANNA, REFUSED);
        house.trail.noteSoon(ANNA, Deed.done(Action.LOGOUT, "anna"));
        house.trail.noteSoon(ANNA, Deed.done(Action.LOGOUT, "anna"));
        restart();

        assertThat(since(start))
                .extracting(AuditContract::line)
                .containsExactly(
                        "login anna [] ",
                        "login bert [] REFUSED",
                        "login bert [] REFUSED the same 37 times more within a minute",
                        "logout anna [] ",
                        "logout anna [] ",
                        "login bert [] REFUSED");
    }

    @Test
    void aFloodFromManyPlacesIsCounted() {
        long start = house.trail.check().entries();
        int many = AuditBacklog.MAX_KINDS + 50;
        for (int i = 0; i < many; i++) {
            house.trail.noteOften(new Actor("(unknown)", Actor.Way.CONSOLE, "2001:db8::" + i), REFUSED);
        }
        restart();

        List<AuditEntry> lines = since(start);
        assertThat(lines).hasSize(AuditBacklog.MAX_KINDS + 1);
        assertThat(line(lines.getLast())).isEqualTo("others 50 [] ");
    }

    private void awaitLines(long start, int lines) throws InterruptedException {
        Instant patience = Instant.now().plusSeconds(60);
        while (since(start).size() < lines && Instant.now().isBefore(patience)) {
            Thread.sleep(AuditBacklog.ROUND);
        }
        assertThat(since(start)).hasSize(lines);
    }

    private List<String> subjects(AuditQuery query) {
        return house.trail.find(query).stream()
                .map(entry -> entry.deed().subject())
                .toList();
    }

    /** Oldest first. */
    private List<AuditEntry> since(long number) {
        List<AuditEntry> all = new ArrayList<>();
        long before = Long.MAX_VALUE;
        List<AuditEntry> page;
        do {
            page = house.trail.find(AuditQuery.newest(1_000).before(before));
            all.addAll(page);
            before = page.isEmpty() ? before : page.getLast().number();
        } while (!page.isEmpty());
        return all.reversed().stream().filter(entry -> entry.number() > number).toList();
    }

    private static String line(AuditEntry entry) {
        Deed deed = entry.deed();
        return deed.action().slug() + " " + deed.subject() + " ["
                + deed.workspace().map(WorkspaceId::value).orElse("") + "] "
                + (deed.outcome() == Deed.Outcome.DONE ? deed.detail() : ("REFUSED " + deed.detail()).strip());
    }
}
