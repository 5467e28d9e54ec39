package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.CatalogChange;
import org.weighhouse.api.catalog.CatalogChange.Kind;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.RateCard.TokenRate;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspace;

abstract class FeedContract extends CatalogContract {

    private static final int THREADS = 8;
    private static final int CHANGES = 200;
    private static final int SERVERS = 3;
    private static final int PATIENCE_SECONDS = 120;

    @Test
    void everyKindOfChangeIsInTheFeedWithItsSubject() {
        long start = house.feed.version();
        saveDemo("free");
        house.workspaces.savePlan(new Plan("own", Map.of()));
        house.workspaces.saveRateCard(DEMO, RateCard.DEFAULT);
        house.workspaces.savePriceBook(DEMO, PriceBook.NONE);
        String key = house.keys.create(DEMO, KeyTerms.of("bot")).info().id();
        house.keys.revoke(key);
        house.keys.revoke(key);
        ChannelAccountStore accounts = house.accounts(folder.resolve("secret.key"));
        ChannelAccount one = accounts.connect(DEMO, "telegram", details("one"));
        ChannelAccount two = accounts.connect(DEMO, "telegram", details("two"));
        accounts.makeStandard(two.id());
        accounts.change(one.id(), details("first"));
        accounts.disconnect(two.id());
        accounts.disconnect(two.id());

        assertThat(house.feed.since(start))
                .extracting(change -> change.kind() + " " + change.subject())
                .containsExactly(
                        "WORKSPACE demo",
                        "PLAN own",
                        "RATE_CARD demo",
                        "PRICE_BOOK demo",
                        "KEY " + key,
                        "KEY " + key,
                        "ACCOUNT " + one.id(),
                        "ACCOUNT " + two.id(),
                        "ACCOUNT " + one.id(),
                        "ACCOUNT " + two.id(),
                        "ACCOUNT " + one.id(),
                        "ACCOUNT " + two.id(),
                        "ACCOUNT " + one.id());
    }

    @Test
    void theFeedGoesOnAfterARestart() {
        saveDemo("free");
        List<CatalogChange> before = house.feed.since(0);
        restart();

        assertThat(house.feed.since(0)).isEqualTo(before);
        assertThat(house.feed.version()).isEqualTo(before.getLast().version());
        saveDemo("growth");
        assertThat(house.feed.since(before.getLast().version())).singleElement().satisfies(change -> {
            assertThat(change.version()).isGreaterThan(before.getLast().version());
            assertThat(change.subject()).isEqualTo("demo");
        });
    }

    @Test
    void aChangeThatFailsWritesNothingIntoTheFeedAndTellsNobody() throws Exception {
        saveDemo("free");
        List<CatalogChange> before = house.feed.since(0);
        AtomicInteger calls = new AtomicInteger();
        house.feed.subscribe(version -> calls.incrementAndGet());
        house.sql("drop table catalog_token_rate");

        Amount one = Amount.of(1);
        RateCard card =
                new RateCard(Instant.EPOCH, List.of(), List.of(new TokenRate("any", one, one, one, one, one, one)));
        assertThatThrownBy(() -> house.workspaces.saveRateCard(DEMO, card)).isInstanceOf(RuntimeException.class);
        assertThat(calls).hasValue(0);
        assertThat(house.feed.since(0)).isEqualTo(before);
        restart();
        assertThat(house.feed.since(0)).isEqualTo(before);
    }

    @Test
    void aPageIsBoundedAndTheNextOneGoesOn() throws Exception {
        long start = house.feed.version();
        for (int version = 1; version <= 1_500; version++) {
            house.sql("insert into catalog_change (version, kind, subject) values (" + (start + version)
                    + ", 'PLAN', 'p" + version + "')");
        }
        house.sql("update catalog_version set version = " + (start + 1_500));
        restart();

        List<CatalogChange> page = house.feed.since(start);
        assertThat(page).hasSize(ChangeFeed.MAX_CHANGES);
        assertThat(house.feed.since(page.getLast().version())).hasSize(500);
        assertThat(house.feed.since(house.feed.version())).isEmpty();
        assertThat(house.feed.since(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void listenersHearOfChangesInForceUntilTheyUnsubscribe() {
        List<String> heard = new ArrayList<>();
        house.feed.subscribe(version -> {
            throw new IllegalStateException("a bad listener");
        });
        try (Subscription subscription = house.feed.subscribe(version -> heard.add(
                version == house.feed.version()
                        ? house.workspaces.find(DEMO).orElseThrow().plan()
                        : "an old version"))) {
            saveDemo("free");
            saveDemo("growth");
        }
        saveDemo("scale");

        assertThat(heard).containsExactly("free", "growth");
    }

    @Test
    void aListenerThatChangesSomethingIsCalledAgainForIt() {
        List<Long> heard = new ArrayList<>();
        long start = house.feed.version();
        List<Long> heardByAnother = new ArrayList<>();
        house.feed.subscribe(version -> {
            heard.add(version);
            if (heard.size() == 1) {
                house.workspaces.savePlan(new Plan("own", Map.of()));
            }
        });
        house.feed.subscribe(heardByAnother::add);
        saveDemo("free");

        assertThat(heard).containsExactly(start + 1, start + 2);
        assertThat(heardByAnother).containsExactly(start + 1, start + 2);
    }

    @Test
    void serversThatWriteAtTheSameTimeNeverMakeAReaderSkipAChange() throws Exception {
        long start = house.feed.version();
        AtomicBoolean done = new AtomicBoolean();
        List<CatalogChange> read = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(SERVERS + 1)) {
            Future<?> reader = pool.submit(() -> followTheDatabase(start, read, done));
            List<Future<?>> servers = new ArrayList<>();
            for (int server = 0; server < SERVERS; server++) {
                ChangeFeed feed = house.feedOfAnotherServer();
                servers.add(pool.submit(() -> note(feed)));
            }
            try {
                for (Future<?> server : servers) {
                    server.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                }
            } finally {
                done.set(true);
            }
            reader.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        assertThat(read).hasSize(SERVERS * CHANGES);
        assertThat(read).extracting(CatalogChange::version).isSorted().doesNotHaveDuplicates();
    }

    private static void note(ChangeFeed feed) {
        for (int i = 0; i < CHANGES; i++) {
            feed.change(writer -> {
                writer.write(Kind.PLAN, Deed.done(Action.PLAN_SAVED, "free"), em -> {});
                return true;
            });
        }
    }

    /** As {@link #follow}, of whatever is committed. */
    private void followTheDatabase(long start, List<CatalogChange> read, AtomicBoolean done) {
        long last = start;
        boolean more = true;
        while (more) {
            boolean end = done.get();
            List<CatalogChange> page = house.feedOfAnotherServer().since(last);
            read.addAll(page);
            last = page.isEmpty() ? last : page.getLast().version();
            more = !end || !page.isEmpty();
        }
    }

    @Test
    void aReaderThatFollowsManyWritersMissesNothing() throws Exception {
        long start = house.feed.version();
        AtomicBoolean done = new AtomicBoolean();
        List<Long> told = new ArrayList<>();
        house.feed.subscribe(told::add);
        List<CatalogChange> read = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS + 1)) {
            Future<?> reader = pool.submit(() -> follow(start, read, done));
            List<Future<?>> writers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String name = "w" + thread;
                writers.add(pool.submit(() -> write(name)));
            }
            try {
                for (Future<?> writer : writers) {
                    writer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                }
            } finally {
                done.set(true);
            }
            reader.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        assertThat(read).hasSize(THREADS * CHANGES);
        assertThat(read).extracting(CatalogChange::version).isSorted().doesNotHaveDuplicates();
        assertThat(read).allMatch(change -> change.kind() == Kind.WORKSPACE);
        assertThat(told).isSorted().doesNotHaveDuplicates().endsWith(house.feed.version());
        assertThat(house.workspaces.all()).hasSize(THREADS * CHANGES);
        List<Workspace> before = house.workspaces.all();
        restart();
        assertThat(house.workspaces.all()).isEqualTo(before);
    }

    private void write(String name) {
        for (int i = 0; i < CHANGES; i++) {
            house.workspaces.save(new Workspace(new WorkspaceId(name + "-" + i), name, ZoneId.of("UTC"), "free"));
        }
    }

    /** Looks at the end of the feed without pause, and sees to it that what it reads of is in force. */
    private void follow(long start, List<CatalogChange> read, AtomicBoolean done) {
        long last = start;
        boolean more = true;
        while (more) {
            boolean end = done.get();
            List<CatalogChange> page = house.feed.since(last);
            for (CatalogChange change : page) {
                assertThat(house.workspaces.find(new WorkspaceId(change.subject())))
                        .isPresent();
            }
            read.addAll(page);
            last = page.isEmpty() ? last : page.getLast().version();
            more = !end || !page.isEmpty();
        }
    }

    private static AccountDetails details(String name) {
        return new AccountDetails(name, URI.create("https://platform.example"), Map.of(), Map.of());
    }

    @Test
    void whatIsSavedAsItIsChangesNothing() {
        saveDemo("free");
        ChannelAccounts accounts = house.accounts(folder.resolve("secret.key"));
        AccountDetails details = new AccountDetails(
                "Shop", URI.create("https://api.example"), Map.of("a", "1"), Map.of("b", new Secret("s")));
        String account = accounts.connect(DEMO, "sms", details).id();
        house.workspaces.savePlan(new Plan("own", Map.of()));
        long version = house.feed.version();

        saveDemo("free");
        house.workspaces.savePlan(new Plan("own", Map.of()));
        accounts.change(account, details);

        assertThat(house.feed.version()).isEqualTo(version);
    }
}
