package org.weighhouse.ledger.internal.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.ledger.internal.codec.CodecException;
import org.weighhouse.ledger.internal.journal.JournalException;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.Micros;

/** A ledger over a journal. Thread-safe. */
public final class LedgerEngine implements Ledger, UsageQueries, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerEngine.class);

    /** How long callbacks on answers are waited for when closing. */
    private static final long ANSWER_TIMEOUT_IN_S = 5;

    /** A balance is foretold for so long; later months are read as the last one. */
    private static final Duration MAX_OUTLOOK = Duration.ofDays(36_500);

    private final JournalStore store;
    private final Clock clock;
    private final Replay replay;
    private final CommandQueue queue;
    private final Notifier notifier;
    private final ExecutorService answers;
    private final Thread writer;
    private volatile LedgerHealth health = LedgerHealth.UP;

    private LedgerEngine(JournalStore store, Clock clock, Settings settings, Replay replay) {
        this.store = store;
        this.clock = clock;
        this.replay = replay;
        this.queue = new CommandQueue(settings.queueCapacity());
        this.notifier = new Notifier(settings.notifyInterval());
        this.answers = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("ledger-answers").daemon().factory());
        Writer.Parts parts = new Writer.Parts(queue, store, replay, notifier, answers, clock);
        this.writer = Thread.ofPlatform()
                .name("ledger-writer")
                .unstarted(
                        new Writer(parts, settings.groupLimit(), reason -> health = new LedgerHealth(false, reason)));
    }

    /**
     * Replays the journal and starts to write. The engine closes the store, also if it cannot start.
     *
     * @throws JournalException if the journal cannot be read or is damaged
     */
    public static LedgerEngine open(JournalStore store, Clock clock, Settings settings) {
        try {
            Instant start = Instant.now();
            LedgerEngine engine = new LedgerEngine(store, clock, settings, Replay.of(store));
            LOG.info(
                    "Journal of {} rows, {} entries, replayed in {} ms",
                    engine.replay.chain().lastSeq(),
                    engine.replay.chain().nextEntry() - 1,
                    Duration.between(start, Instant.now()).toMillis());
            engine.writer.start();
            return engine;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public CompletableFuture<List<Receipt>> record(List<Posting> postings) {
        Inputs.checkBatch(postings, clock.instant());
        return submit(new Command.Write(prepare(postings), new CompletableFuture<>()))
                .done();
    }

    @Override
    public CompletableFuture<ReserveOutcome> reserve(Reservation reservation) {
        Inputs.check(reservation);
        return submit(new Command.Reserve(reservation, new CompletableFuture<>()))
                .done();
    }

    @Override
    public CompletableFuture<SettleOutcome> post(WorkspaceId workspace, UUID reservation, List<Posting> actual) {
        Inputs.checkSettlement(workspace, actual, clock.instant());
        return submit(new Command.Post(
                        new HoldName(workspace, reservation), prepare(actual), new CompletableFuture<>()))
                .done();
    }

    @Override
    public CompletableFuture<SettleOutcome> release(WorkspaceId workspace, UUID reservation) {
        return submit(new Command.Release(new HoldName(workspace, reservation), new CompletableFuture<>()))
                .done();
    }

    @Override
    public CompletableFuture<Boolean> grant(Grant grant) {
        Inputs.check(grant);
        return submit(new Command.Give(grant, new CompletableFuture<>())).done();
    }

    @Override
    public CompletableFuture<Void> setTerms(WorkspaceId workspace, Terms terms) {
        Inputs.check(terms);
        return submit(new Command.SetTerms(workspace, terms, new CompletableFuture<>()))
                .done();
    }

    /** Makes the writer look at the clock now; completes when it has. */
    public CompletableFuture<Void> wake() {
        return submit(new Command.Wake(new CompletableFuture<>())).done();
    }

    @Override
    public LedgerHealth health() {
        return health;
    }

    @Override
    public Balance balance(WorkspaceId workspace, Unit unit, Instant at) {
        Instant now = clock.instant();
        Instant last = now.plus(MAX_OUTLOOK);
        return replay.view().balance(workspace, unit, Micros.of(at.isBefore(last) ? at : last), Micros.of(now));
    }

    @Override
    public List<UsageRow> query(UsageQuery query) {
        return replay.view().query(query);
    }

    @Override
    public void entries(WorkspaceId workspace, Unit unit, TimeRange range, Consumer<LedgerEntry> each) {
        try {
            replay.entries().read(workspace, unit, range, each);
        } catch (JournalException | CodecException e) {
            throw new LedgerUnavailableException(e.getMessage(), e);
        }
    }

    @Override
    public Subscription subscribe(Consumer<WorkspaceId> listener) {
        return notifier.subscribe(listener);
    }

    /** SHA-256 of everything that the journal amounts to; the same for the same journal. To be asked when all is quiet. */
    public String stateHash() {
        String text = replay.view().describe() + replay.head().memory().sumOfAll();
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Refuses what comes, writes and answers what was taken, and closes the store. */
    @Override
    public void close() {
        queue.close("the ledger is stopping");
        try {
            // Waited for and never interrupted: Derby takes an interrupt for a broken disk.
            writer.join();
            answers.shutdown();
            answers.awaitTermination(ANSWER_TIMEOUT_IN_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        notifier.close();
        store.close();
    }

    private <C extends Command> C submit(C command) {
        queue.offer(command);
        return command;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Prepared> prepare(List<Posting> postings) {
        return postings.stream().map(Prepared::of).toList();
    }
}
