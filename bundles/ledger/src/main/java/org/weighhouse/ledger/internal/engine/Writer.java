package org.weighhouse.ledger.internal.engine;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.codec.JournalPages;
import org.weighhouse.ledger.internal.journal.JournalChain;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.record.TermsSet;

/**
 * The only thread that writes. It takes everything that waits, decides it, writes it in one transaction, and only then
 * shows it and answers; what arrives in the meantime is the next group. After a failure it answers nothing but refusals.
 */
final class Writer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** Longest sleep, so that a clock that was set is noticed. */
    private static final long MAX_WAIT_IN_MS = 1_000;

    private final CommandQueue queue;
    private final Decider decider;
    private final MonthWatch months;
    private final JournalChain chain;
    private final JournalStore store;
    private final Follower follower;
    private final Checkpointer checkpointer;
    private final JournalPages pages;
    private final Notifier notifier;
    private final Executor answers;
    private final Clock clock;
    private final int groupLimit;
    private final Consumer<String> onFailure;
    private long lastNow;

    Writer(Parts parts, Settings settings, Consumer<String> onFailure) {
        this.queue = parts.queue();
        this.store = parts.store();
        this.chain = parts.state().chain();
        this.follower = parts.follower();
        this.checkpointer = parts.state().checkpointer();
        this.pages = parts.state().pages();
        this.notifier = parts.notifier();
        this.answers = parts.answers();
        this.clock = parts.clock();
        this.lastNow = parts.state().lastRecorded();
        Head head = parts.state().head();
        this.decider = new Decider(head, settings.maxOpenHolds());
        this.months = new MonthWatch(head.book(), now());
        this.groupLimit = settings.groupLimit();
        this.onFailure = onFailure;
    }

    /** What a writer works with. */
    record Parts(
            CommandQueue queue,
            JournalStore store,
            LedgerState state,
            Follower follower,
            Notifier notifier,
            Executor answers,
            Clock clock) {}

    @Override
    public void run() {
        List<Command> commands = List.of();
        try {
            while (!queue.isClosed() || queue.isWaiting()) {
                commands = queue.take(groupLimit, waitInMs());
                writeGroup(commands);
            }
        } catch (Throwable e) { // whatever it is, what is in memory and what is on disk may differ from now on
            stop(commands, e);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void writeGroup(List<Command> commands) throws InterruptedException {
        long now = now();
        Group group = new Group(chain.lastSeq() + 1, chain.nextEntry(), now);
        decider.begin(group);
        commands.forEach(decider::decide);
        if (!group.records().isEmpty()) {
            JournalRow row = chain.seal(group.toDraft());
            store.append(row);
            pages.put(row);
            watch(group.records(), now);
            Set<WorkspaceId> changed = workspacesOf(group.records());
            follower.show(row.seq(), group.records(), () -> notifier.changed(changed));
        }
        if (!group.answers().isEmpty()) {
            answers.execute(() -> group.answers().forEach(Runnable::run));
        }
        notifier.changed(months.begunBy(now));
        for (Command command : commands) {
            if (command instanceof Command.Checkpoint checkpoint) {
                checkpointer.ask(checkpoint);
            }
        }
        checkpointer.atEndOf(chain, now);
    }

    private void watch(List<JournalRecord> records, long now) {
        records.stream().filter(TermsSet.class::isInstance).forEach(terms -> months.watch(terms.workspace(), now));
    }

    private static Set<WorkspaceId> workspacesOf(List<JournalRecord> records) {
        return records.stream().map(JournalRecord::workspace).collect(Collectors.toSet());
    }

    private void stop(List<Command> commands, Throwable cause) {
        String reason = "the ledger has stopped writing: " + cause.getMessage();
        LOG.error("The ledger has stopped and takes nothing until it is restarted", cause);
        onFailure.accept(reason);
        queue.close(reason);
        answers.execute(() -> {
            commands.forEach(command -> CommandQueue.refuse(command, reason));
            queue.takeAll().forEach(command -> CommandQueue.refuse(command, reason));
        });
    }

    /** Never earlier than what was written before, though the clock may have been set back. */
    private long now() {
        lastNow = Math.max(lastNow, Micros.of(clock.instant()));
        return lastNow;
    }

    private long waitInMs() {
        long next = Math.min(decider.nextExpiry(), months.next());
        long micros = next - Micros.of(clock.instant());
        return Math.clamp(micros / 1_000 + 1, 0, MAX_WAIT_IN_MS);
    }
}
