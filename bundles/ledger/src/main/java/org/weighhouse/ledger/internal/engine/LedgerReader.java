package org.weighhouse.ledger.internal.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.ledger.internal.codec.CodecException;
import org.weighhouse.ledger.internal.codec.JournalPages;
import org.weighhouse.ledger.internal.engine.View.Begun;
import org.weighhouse.ledger.internal.engine.View.BegunBalance;
import org.weighhouse.ledger.internal.journal.JournalException;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.journal.Location;
import org.weighhouse.ledger.internal.memory.References.Places;
import org.weighhouse.ledger.internal.record.AmendmentSaid;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.record.ReferenceName;
import org.weighhouse.ledger.internal.rollup.Filter;
import org.weighhouse.ledger.internal.rollup.PendingQuery;
import org.weighhouse.ledger.internal.rollup.PendingTotal;
import org.weighhouse.ledger.internal.rollup.Slices;

/** Answers what is asked of a ledger: sums from the view, single entries from the journal. Thread-safe. */
final class LedgerReader implements UsageQueries {

    /** A balance is foretold for so long; later months are read as the last one. */
    private static final Duration MAX_OUTLOOK = Duration.ofDays(36_500);

    /** An instant so short a time ago is the present: its balance is the one that holds are decided by. */
    private static final Duration PRESENT = Duration.ofMinutes(1);

    private final View view;
    private final JournalPages pages;
    private final EntryReader entries;
    private final CommandQueue queue;
    private final Notifier notifier;
    private final Clock clock;

    LedgerReader(
            View view, JournalPages pages, JournalStore store, CommandQueue queue, Notifier notifier, Clock clock) {
        this.view = view;
        this.pages = pages;
        this.entries = new EntryReader(store);
        this.queue = queue;
        this.notifier = notifier;
        this.clock = clock;
    }

    @Override
    public Balance balance(WorkspaceId workspace, Unit unit, Instant at) {
        Instant now = clock.instant();
        Instant last = now.plus(MAX_OUTLOOK);
        Instant asked = at.isBefore(last) ? at : last;
        return reading(() -> {
            BegunBalance begun = view.beginBalance(workspace, unit, Micros.of(asked), Micros.of(now));
            long used = total(workspace, unit, begun.used());
            return asked.isBefore(now.minus(PRESENT))
                    ? begun.sheet().then(used, total(workspace, unit, begun.before()))
                    : begun.sheet().now(used);
        });
    }

    private long total(WorkspaceId workspace, Unit unit, Begun<PendingTotal> begun) {
        PendingTotal total = begun.question();
        total.ends().forEach(end -> entries.read(workspace, unit, end, begun.through(), total::add));
        return total.amountMilli();
    }

    @Override
    public List<UsageRow> query(UsageQuery query) {
        return reading(() -> withEnds(query, view.begin(query)).rows());
    }

    /** The cells' part of a question was asked; this asks the entries for the rest. */
    private PendingQuery withEnds(UsageQuery query, Begun<PendingQuery> begun) {
        PendingQuery pending = begun.question();
        pending.ends()
                .forEach(end -> entries.read(
                        query.workspace(),
                        query.unit(),
                        end,
                        begun.through(),
                        entry -> pending.add(entry, view.countedAs(entry))));
        return pending;
    }

    @Override
    public TopUsage top(UsageQuery query, int count) {
        if (count < 1 || count > MAX_TOP) {
            throw new IllegalArgumentException("count must be 1 to " + MAX_TOP);
        }
        return reading(() -> withEnds(query, view.beginTop(query)).top(count));
    }

    @Override
    public List<TimeRange> slices(TimeRange range, Window window, ZoneId zone) {
        return new Slices(window, zone, range).all(MAX_ROWS);
    }

    @Override
    public EntryPage explain(UsageQuery query, long from, int limit) {
        if (limit < 1 || limit > MAX_ENTRIES) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_ENTRIES);
        }
        if (from < EntryPage.START) {
            throw new IllegalArgumentException("no page begins at " + from);
        }
        return reading(() -> entries.page(query, entry -> isCountedIn(query, entry), from, limit));
    }

    private boolean isCountedIn(UsageQuery query, EntryWritten entry) {
        return query.filter().isEmpty() || new Filter(query.filter()).allows(view.countedAs(entry));
    }

    @Override
    public List<LedgerEntry> find(WorkspaceId workspace, String channel, Reference reference) {
        return reading(() -> {
            List<LedgerEntry> found = new ArrayList<>();
            for (long location : places(workspace, channel, reference).entries()) {
                found.add(entry(location));
            }
            return found;
        });
    }

    @Override
    public Dossier dossier(WorkspaceId workspace, String channel, Reference reference) {
        return reading(() -> {
            Places places = places(workspace, channel, reference);
            List<Amendment> amendments = new ArrayList<>();
            for (long location : places.amendments()) {
                amendments.add(amendment(location));
            }
            List<LedgerEntry> original =
                    places.first().stream().mapToObj(this::entry).toList();
            return new Dossier(original, amendments);
        });
    }

    private Places places(WorkspaceId workspace, String channel, Reference reference) {
        Inputs.checkReference(channel, reference);
        ReferenceName name = new ReferenceName(workspace, channel, reference.value());
        Command.Locate asked = new Command.Locate(name, new CompletableFuture<>());
        queue.offer(asked);
        return asked.done().join();
    }

    private LedgerEntry entry(long location) {
        EntryWritten entry = pages.page(Location.row(location)).entry(Location.index(location));
        return entry.toLedgerEntry(pages.page(Location.row(location)).recorded());
    }

    private Amendment amendment(long location) {
        if (pages.page(Location.row(location)).placed(Location.index(location)) instanceof AmendmentSaid said) {
            return said.amendment();
        }
        throw new JournalException("there is no amendment at " + location);
    }

    @Override
    public Subscription subscribe(Consumer<WorkspaceId> listener) {
        return notifier.subscribe(listener);
    }

    private static <T> T reading(Supplier<T> question) {
        try {
            return question.get();
        } catch (JournalException | CodecException e) {
            throw new LedgerUnavailableException(e.getMessage(), e);
        } catch (CompletionException e) {
            throw new LedgerUnavailableException(e.getCause().getMessage(), e);
        }
    }
}
