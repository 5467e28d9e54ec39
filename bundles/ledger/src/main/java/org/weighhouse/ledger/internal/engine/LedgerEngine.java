package org.weighhouse.ledger.internal.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.Attribution;
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
import org.weighhouse.api.ledger.LedgerVerification;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.VerificationProgress;
import org.weighhouse.api.ledger.VerificationReport;
import org.weighhouse.ledger.internal.checkpoint.CheckpointException;
import org.weighhouse.ledger.internal.checkpoint.CheckpointFolder;
import org.weighhouse.ledger.internal.checkpoint.Manifest;
import org.weighhouse.ledger.internal.codec.CodecException;
import org.weighhouse.ledger.internal.journal.JournalException;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.rollup.CellSettings;
import org.weighhouse.ledger.internal.verify.Verifier;

/** A ledger over a journal. Thread-safe. */
public final class LedgerEngine implements Ledger, UsageQueries, LedgerVerification, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerEngine.class);

    /** How long callbacks on answers are waited for when closing. */
    private static final long ANSWER_TIMEOUT_IN_S = 5;

    /** A balance is foretold for so long; later months are read as the last one. */
    private static final Duration MAX_OUTLOOK = Duration.ofDays(36_500);

    private final JournalStore store;
    private final CheckpointFolder folder;
    private final Clock clock;
    private final LedgerState state;
    private final EntryReader entries;
    private final CellSettings cells;
    private final Scrub scrub;
    private final AtomicBoolean verifying = new AtomicBoolean();
    private final CommandQueue queue;
    private final Notifier notifier;
    private final ExecutorService answers;
    private final Thread writer;
    private volatile LedgerHealth health = LedgerHealth.UP;

    private LedgerEngine(
            JournalStore store, CheckpointFolder folder, Clock clock, Settings settings, LedgerState state) {
        this.store = store;
        this.folder = folder;
        this.clock = clock;
        this.state = state;
        this.entries = new EntryReader(store);
        this.cells = settings.cells();
        this.queue = new CommandQueue(settings.queueCapacity());
        this.notifier = new Notifier(settings.notifyInterval());
        this.answers = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("ledger-answers").daemon().factory());
        Writer.Parts parts = new Writer.Parts(queue, store, state, notifier, answers, clock);
        this.writer = Thread.ofPlatform()
                .name("ledger-writer")
                .unstarted(new Writer(parts, settings.groupLimit(), this::stopped));
        // Somebody may have asked for a checkpoint meanwhile, and the writer may have nothing else to do.
        state.checkpointer()
                .onEnd(this::wake, failure -> stop("a checkpoint could not be stored: " + failure.getMessage()));
        this.scrub = new Scrub(folder, this::stop);
    }

    /**
     * Brings the state back and starts to write. The engine closes the store, also if it cannot start.
     *
     * @param folder for checkpoints, made if it is not there; what is in it can be made again from the journal
     * @throws JournalException if the journal cannot be read or is damaged
     * @throws CheckpointException if the folder cannot be used
     */
    public static LedgerEngine open(JournalStore store, Path folder, Clock clock, Settings settings) {
        try {
            CheckpointFolder checkpoints = CheckpointFolder.open(folder);
            try {
                LedgerState state = new Recovery(store, checkpoints, clock, settings).run();
                LedgerEngine engine = new LedgerEngine(store, checkpoints, clock, settings, state);
                engine.writer.start();
                engine.scrub.start();
                return engine;
            } catch (RuntimeException e) {
                checkpoints.close();
                throw e;
            }
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
        return state.view().balance(workspace, unit, Micros.of(at.isBefore(last) ? at : last), Micros.of(now));
    }

    @Override
    public List<UsageRow> query(UsageQuery query) {
        return state.view().query(query);
    }

    @Override
    public TopUsage top(UsageQuery query, int count) {
        if (count < 1 || count > MAX_TOP) {
            throw new IllegalArgumentException("count must be 1 to " + MAX_TOP);
        }
        return state.view().top(query, count);
    }

    @Override
    public void entries(WorkspaceId workspace, Unit unit, TimeRange range, Consumer<LedgerEntry> each) {
        read(workspace, unit, range, entry -> true, each);
    }

    @Override
    public void explain(UsageQuery query, Consumer<LedgerEntry> each) {
        read(
                query.workspace(),
                query.unit(),
                query.range(),
                entry -> query.filter().isEmpty() || isCountedIn(query, entry),
                each);
    }

    private boolean isCountedIn(UsageQuery query, EntryWritten entry) {
        Attribution counted = state.view().countedAs(entry);
        return query.filter().entrySet().stream()
                .allMatch(only -> only.getValue().contains(counted.get(only.getKey())));
    }

    private void read(
            WorkspaceId workspace,
            Unit unit,
            TimeRange range,
            Predicate<EntryWritten> wanted,
            Consumer<LedgerEntry> each) {
        try {
            entries.read(workspace, unit, range, wanted, each);
        } catch (JournalException | CodecException e) {
            throw new LedgerUnavailableException(e.getMessage(), e);
        }
    }

    @Override
    public VerificationReport verify(Consumer<VerificationProgress> progress) {
        if (!verifying.compareAndSet(false, true)) {
            throw new IllegalStateException("the ledger is being verified already");
        }
        try {
            return verify(checkpoint(folder::pin).join(), progress);
        } catch (JournalException e) {
            throw new LedgerUnavailableException(e.getMessage(), e);
        } catch (CompletionException e) {
            throw new LedgerUnavailableException(e.getCause().getMessage(), e);
        } finally {
            folder.unpin();
            verifying.set(false);
        }
    }

    private VerificationReport verify(Manifest manifest, Consumer<VerificationProgress> progress) {
        return new Verifier(store, folder.path(), cells).verify(manifest, progress);
    }

    /** Stores a checkpoint of what is durable now; completes when it is stored. */
    public CompletableFuture<Manifest> checkpoint() {
        return checkpoint(manifest -> {});
    }

    private CompletableFuture<Manifest> checkpoint(Consumer<Manifest> first) {
        return submit(new Command.Checkpoint(first, new CompletableFuture<>())).done();
    }

    @Override
    public Subscription subscribe(Consumer<WorkspaceId> listener) {
        return notifier.subscribe(listener);
    }

    /** SHA-256 of everything that the journal amounts to; the same for the same journal. To be asked when all is quiet. */
    public String stateHash() {
        String text = state.view().describe() + state.index().sum();
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
        scrub.close();
        state.checkpointer().close();
        notifier.close();
        store.close();
        folder.close();
    }

    /** Takes nothing any more until the next start. */
    private void stop(String cause) {
        LOG.error("The ledger stops: {}", cause);
        stopped("the ledger has stopped writing: " + cause);
        queue.close(health.reason());
    }

    /** The first reason is the one to be told. */
    private synchronized void stopped(String reason) {
        if (health.writable()) {
            health = new LedgerHealth(false, reason);
        }
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

    private List<Prepared> prepare(List<Posting> postings) {
        List<Prepared> prepared = new ArrayList<>(postings.size());
        for (Posting posting : postings) {
            prepared.add(Prepared.of(posting, state.memory()));
        }
        return prepared;
    }
}
