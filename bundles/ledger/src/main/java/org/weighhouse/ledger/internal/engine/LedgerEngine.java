package org.weighhouse.ledger.internal.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.Reference;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.LedgerVerification;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.ledger.ShardHealth;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.ledger.internal.checkpoint.CheckpointException;
import org.weighhouse.ledger.internal.checkpoint.CheckpointFolder;
import org.weighhouse.ledger.internal.checkpoint.Manifest;
import org.weighhouse.ledger.internal.journal.JournalException;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.ReferenceName;

/**
 * A ledger over a journal: takes what is to be written, and begins and ends everything that works for it. Thread-safe.
 */
public final class LedgerEngine implements Ledger, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerEngine.class);

    /** How long callbacks on answers are waited for when closing. */
    private static final long ANSWER_TIMEOUT_IN_S = 5;

    /** There is one shard so far. */
    private static final int SHARD = 0;

    private final JournalStore store;
    private final CheckpointFolder folder;
    private final Clock clock;
    private final LedgerState state;
    private final LedgerReader reader;
    private final LedgerAudit audit;
    private final Scrub scrub;
    private final CommandQueue queue;
    private final Notifier notifier;
    private final Follower follower;
    private final ExecutorService answers;
    private final Thread writer;
    private volatile LedgerHealth health = LedgerHealth.UP;

    private LedgerEngine(
            JournalStore store, CheckpointFolder folder, Clock clock, Settings settings, LedgerState state) {
        this.store = store;
        this.folder = folder;
        this.clock = clock;
        this.state = state;
        this.queue = new CommandQueue(settings.queueCapacity(), settings.commitInterval());
        this.notifier = new Notifier(settings.notifyInterval());
        this.reader = new LedgerReader(state.view(), state.pages(), store, queue, notifier, clock);
        this.audit = new LedgerAudit(store, folder, settings.cells(), queue);
        this.answers = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("ledger-answers").daemon().factory());
        this.follower = new Follower(state.view(), this::stop);
        state.checkpointer().freezeBy(follower::freeze);
        Writer.Parts parts = new Writer.Parts(queue, store, state, follower, notifier, answers, clock);
        this.writer = Thread.ofPlatform().name("ledger-writer").unstarted(new Writer(parts, settings, this::stopped));
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
                engine.follower.start();
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

    /** What reads this ledger. */
    public UsageQueries queries() {
        return reader;
    }

    /** What verifies this ledger. */
    public LedgerVerification verification() {
        return audit;
    }

    @Override
    public CompletableFuture<List<Receipt>> record(WorkspaceId workspace, List<Posting> postings) {
        Inputs.checkBatch(postings, clock.instant());
        return submit(new Command.Write(prepare(workspace, postings), new CompletableFuture<>()))
                .done();
    }

    @Override
    public CompletableFuture<ReserveOutcome> reserve(Reservation reservation) {
        Inputs.check(reservation);
        return submit(new Command.Reserve(reservation, new CompletableFuture<>()))
                .done();
    }

    @Override
    public CompletableFuture<SettleOutcome> post(
            WorkspaceId workspace, UUID reservation, List<Posting> actual, Dossier.Basis basis) {
        Inputs.checkPostings(actual, clock.instant());
        HoldName hold = new HoldName(workspace, reservation);
        return submit(new Command.Post(hold, prepare(workspace, actual), basis, new CompletableFuture<>()))
                .done();
    }

    @Override
    public CompletableFuture<SettleOutcome> voidHold(WorkspaceId workspace, UUID reservation) {
        return submit(new Command.VoidHold(new HoldName(workspace, reservation), new CompletableFuture<>()))
                .done();
    }

    @Override
    public CompletableFuture<AmendOutcome> amend(
            WorkspaceId workspace,
            String channel,
            Reference reference,
            Amendment amendment,
            Dossier.Basis basis,
            List<Posting> postings) {
        Inputs.checkReference(channel, reference);
        Inputs.checkPostings(postings, clock.instant());
        ReferenceName name = new ReferenceName(workspace, channel, reference.value());
        return submit(new Command.Amend(
                        name, amendment, basis, prepare(workspace, postings), new CompletableFuture<>()))
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
    public LedgerHealth health(WorkspaceId workspace) {
        return health;
    }

    @Override
    public List<ShardHealth> shards() {
        return List.of(new ShardHealth(SHARD, health));
    }

    /** Stores a checkpoint of what is durable now; completes when it is stored. */
    public CompletableFuture<Manifest> checkpoint() {
        return submit(new Command.Checkpoint(manifest -> {}, new CompletableFuture<>()))
                .done();
    }

    /** SHA-256 of everything that the journal amounts to; the same for the same journal. To be asked when all is quiet. */
    public String stateHash() {
        String text = state.view().describe() + state.index().sum();
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A workspace's grants, holds and overage as text, for comparing. */
    String describe(WorkspaceId workspace) {
        return state.view().describe(workspace);
    }

    /** Refuses what comes, writes and answers what was taken, and closes the store. */
    @Override
    public void close() {
        queue.close("the ledger is stopping");
        try {
            // Waited for and never interrupted: Derby takes an interrupt for a broken disk.
            writer.join();
            follower.close();
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

    private List<Prepared> prepare(WorkspaceId workspace, List<Posting> postings) {
        return Prepared.of(workspace, postings, state.memory());
    }
}
