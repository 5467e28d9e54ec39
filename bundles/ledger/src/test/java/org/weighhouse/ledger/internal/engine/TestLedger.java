package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.database.Database;
import org.weighhouse.database.Dialect;
import org.weighhouse.ledger.internal.journal.JdbcJournalStore;
import org.weighhouse.ledger.internal.journal.JournalStore;

/** A ledger over a real database, that can be restarted; with short words for what tests do a lot. */
final class TestLedger implements AutoCloseable {

    static final WorkspaceId ACME = new WorkspaceId("acme");
    static final Unit CREDIT = Unit.MESSAGE_CREDIT;

    final TestClock clock = new TestClock();
    /** So many that every restart finds one and most also rows after it. */
    static final Settings MANY_CHECKPOINTS = Settings.DEFAULT.withCheckpointEvery(3, 2);

    private final UnaryOperator<JournalStore> wrapper;
    private final Database database;
    private final Settings settings;
    private final Path folder = TestFolders.create();
    private LedgerEngine engine;

    TestLedger(Dialect dialect) {
        this(dialect, UnaryOperator.identity(), MANY_CHECKPOINTS);
    }

    TestLedger(Dialect dialect, UnaryOperator<JournalStore> wrapper, Settings settings) {
        this.database = TestDatabases.withEmptyJournal(dialect);
        this.wrapper = wrapper;
        this.settings = settings;
        start();
    }

    void start() {
        engine = LedgerEngine.open(wrapper.apply(openStore()), folder, clock, settings);
    }

    JournalStore openStore() {
        return new JdbcJournalStore(database, 16);
    }

    Path folder() {
        return folder;
    }

    void stop() {
        engine.close();
    }

    void restart() {
        stop();
        start();
    }

    /** Changes one row of the journal behind the ledger's back. */
    void changeJournal(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    /** A file of the checkpoint whose name begins so. */
    Path checkpointFile(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Waits until the ledger has stopped by itself. */
    void awaitStop() throws InterruptedException {
        for (int i = 0; i < 3_000 && engine.health(ACME).writable(); i++) {
            Thread.sleep(10);
        }
        assertThat(engine.health(ACME).writable()).isFalse();
    }

    @Override
    public void close() {
        stop();
    }

    LedgerEngine engine() {
        return engine;
    }

    Database database() {
        return database;
    }

    void terms(WorkspaceId workspace, String zone, long credits, Allowance.Limit limit, boolean rollsOver) {
        Allowance allowance = new Allowance(Amount.of(credits), limit, rollsOver);
        engine.setTerms(workspace, new Terms(ZoneId.of(zone), Map.of(CREDIT, allowance)))
                .join();
    }

    void hardLimit(long credits) {
        terms(ACME, "UTC", credits, Allowance.Limit.HARD, false);
    }

    void softLimit(long credits) {
        terms(ACME, "UTC", credits, Allowance.Limit.SOFT, false);
    }

    Receipt record(Posting posting) {
        return engine.record(ACME, List.of(posting)).join().getFirst();
    }

    Receipt record(String id, String time, long credits) {
        return record(posting(id, time, credits));
    }

    static Posting posting(String id, String time, long credits) {
        return posting(id, Instant.parse(time), credits);
    }

    static Posting posting(String id, Instant time, long credits) {
        return Posting.fact(
                "telegram",
                id,
                time,
                CREDIT,
                Amount.of(credits),
                Measures.of(1),
                Attribution.NONE.with(Dimension.CHANNEL, "telegram"));
    }

    static Posting correcting(String corrects, String id, long credits, Attribution attribution) {
        Posting plain = posting(id, "2026-11-30T23:59:59Z", credits);
        return Posting.fact(plain.source(), id, plain.time(), CREDIT, plain.amount(), plain.measures(), attribution)
                .correcting(corrects);
    }

    SettleOutcome post(UUID hold, Posting... used) {
        return engine.post(ACME, hold, List.of(used), Dossier.Basis.NO_AMENDMENTS)
                .join();
    }

    ReserveOutcome reserve(UUID id, long credits) {
        return engine.reserve(reservation(ACME, id, credits)).join();
    }

    static Reservation reservation(WorkspaceId workspace, UUID id, long credits) {
        return new Reservation(id, workspace, Map.of(CREDIT, Amount.of(credits)), Duration.ofMinutes(5));
    }

    boolean grant(String id, long credits, String from, String expires, int priority) {
        return engine.grant(new Grant(
                        ACME,
                        id,
                        CREDIT,
                        Grant.Kind.TOP_UP,
                        Amount.of(credits),
                        Instant.parse(from),
                        expires.isEmpty() ? Instant.MAX : Instant.parse(expires),
                        priority))
                .join();
    }

    Balance balance() {
        return engine.queries().balance(ACME, CREDIT, clock.instant());
    }

    Balance balanceAt(String time) {
        return engine.queries().balance(ACME, CREDIT, Instant.parse(time));
    }

    /** All entries that explain an answer, read in pages of some size. */
    List<LedgerEntry> entries(UsageQuery query, int pageSize) {
        List<LedgerEntry> entries = new ArrayList<>();
        EntryPage page = engine.queries().explain(query, EntryPage.START, pageSize);
        entries.addAll(page.entries());
        while (!page.isLast()) {
            page = engine.queries().explain(query, page.next(), pageSize);
            entries.addAll(page.entries());
        }
        return entries;
    }

    List<LedgerEntry> entries(UsageQuery query) {
        return entries(query, UsageQueries.MAX_ENTRIES);
    }

    /** What entries add up to. */
    static Usage sum(List<LedgerEntry> entries) {
        return entries.stream()
                .map(entry -> new Usage(entry.amount(), entry.corrects().isEmpty() ? 1 : 0, entry.measures()))
                .reduce(Usage.NONE, Usage::plus);
    }

    /** Used, reserved, available and overage, in whole credits. */
    static List<Long> parts(Balance balance) {
        return List.of(
                balance.used().milli() / 1_000,
                balance.reserved().milli() / 1_000,
                balance.available().milli() / 1_000,
                balance.overage().milli() / 1_000);
    }
}
