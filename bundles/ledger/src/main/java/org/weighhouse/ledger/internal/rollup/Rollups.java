package org.weighhouse.ledger.internal.rollup;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.Micros;

/**
 * The roll-up cells of every workspace: the sum of the entries applied so far. What came since the last checkpoint is in
 * memory, the rest in a file for each UTC day.
 *
 * <p>To be guarded by a read-write lock: {@link #apply}, {@link #freeze}, {@link #install} and {@link #restore} change it,
 * the others read. {@link #store} runs without the lock, on the thread that calls {@code install} after it.
 */
public final class Rollups {

    /** Most rows of a query. */
    public static final int MAX_ROWS = UsageQueries.MAX_ROWS;

    /** Most groups that the groups with the most usage are found among. */
    public static final int MAX_TOP_GROUPS = 1_000_000;

    private static final Overlay NOTHING = new Overlay();

    private final Path folder;
    private final CellSettings settings;
    private Overlay overlay = new Overlay();
    private volatile Overlay frozen = NOTHING;
    private volatile Files files = new Files(StoredDays.NONE, StoredTicks.NONE);

    /** What {@link #store} wrote, until it is installed. */
    private volatile Optional<Files> written = Optional.empty();

    private record Files(StoredDays days, StoredTicks ticks) {}

    /** @param folder where the files are and will be; it exists */
    public Rollups(Path folder, CellSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Begins with the files of a checkpoint. A file is opened when it is first needed. */
    public void restore(StoredCells stored) {
        files = new Files(StoredDays.of(folder, stored.days()), StoredTicks.of(folder, stored));
    }

    /** @throws ArithmeticException if a sum would overflow */
    public void apply(EntryWritten entry) {
        SectionKey key = new SectionKey(entry.workspace(), entry.unit());
        int day = Micros.quarterOf(entry.time()) / DayCells.QUARTERS;
        MemoryDay cells = overlay.at(key, day, () -> limit(key, day).known());
        int known = cells.find(entry.attribution());
        int combination = known >= 0 ? known : learn(cells, key, day, entry.attribution());
        long events = entry.isCorrection() ? 0 : 1;
        cells.add(entry.time(), combination, CellTable.valuesOf(entry.amountMilli(), events, entry.measures()));
    }

    /** The combination under which the day counts an attribution that memory does not have yet. */
    private int learn(MemoryDay cells, SectionKey key, int day, Attribution attribution) {
        CombinationLimit limit = limit(key, day);
        Attribution counted = limit.countedAs(attribution);
        if (!limit.isKnown(counted)) {
            cells.learn();
        }
        return cells.numberOf(counted);
    }

    /**
     * The attribution, without subscriber, under which the cells count an entry that was applied: its own, or one with
     * {@link Attribution#OTHER} where the day had too many combinations.
     */
    public Attribution countedAs(WorkspaceId workspace, Unit unit, long timeMicros, Attribution attribution) {
        int day = Micros.quarterOf(timeMicros) / DayCells.QUARTERS;
        return limit(new SectionKey(workspace, unit), day)
                .countedAs(attribution)
                .withSubscriber("");
    }

    /** Begins a sum of the amounts of a range. */
    public PendingTotal beginTotal(WorkspaceId workspace, Unit unit, TimeRange range) {
        Files now = files;
        PendingTotal total = new PendingTotal(new SectionKey(workspace, unit), range, now.days(), now.ticks());
        total.addAll(frozen);
        total.addAll(overlay);
        return total;
    }

    /** @throws IllegalArgumentException if there are more than {@link #MAX_ROWS} rows, which may also show later */
    public PendingQuery begin(UsageQuery query) {
        return begin(query, MAX_ROWS);
    }

    /**
     * Begins a query for the groups with the most usage; its window is not looked at.
     *
     * @throws IllegalArgumentException if there are more than {@link #MAX_TOP_GROUPS} groups, which may also show later
     */
    public PendingQuery beginTop(UsageQuery query) {
        return begin(query.per(Window.TOTAL), MAX_TOP_GROUPS);
    }

    /**
     * Text that is the same for the same cells, whatever order their entries came in and wherever they are: for each UTC
     * day a digest of the sums by workspace, unit and dimensions. These stay when a day is coarsened.
     */
    public void describe(StringBuilder into) {
        new CellDigest(files.days(), List.of(frozen, overlay)).describe(into);
    }

    /**
     * Sets aside what is in memory, to be stored. Takes no time.
     *
     * @throws IllegalStateException if what was set aside before was not installed yet
     */
    public void freeze() {
        if (frozen != NOTHING) {
            throw new IllegalStateException("the last checkpoint's cells are still being stored");
        }
        frozen = overlay;
        overlay = new Overlay();
    }

    /**
     * Writes what is set aside into the files of its days, coarsens days that have become old, and leaves out those that
     * are not kept any longer. After a failure it may be called again with another number.
     *
     * @param number of the checkpoint; becomes part of the names of the files, none of which may exist
     * @param zones a workspace's time zone, whose days old cells are kept by
     * @return all files, for the list of the checkpoint's
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public StoredCells store(long number, long nowMicros, Function<WorkspaceId, ZoneId> zones) {
        int today = (int) TimeUnit.MICROSECONDS.toDays(nowMicros);
        Files old = files;
        int ticksFrom = Math.max(old.ticks().from(), settings.oldestFineDay(today));
        StoredCells stored = new StoredCells(
                new DayStore(folder, settings, number, today, zones).store(old.days(), frozen),
                new TickStore(folder, number, ticksFrom).store(old.ticks(), frozen),
                ticksFrom);
        written = Optional.of(new Files(
                old.days().replacedBy(folder, stored.days()), old.ticks().replacedBy(folder, stored)));
        return stored;
    }

    /**
     * Lets the files written by {@link #store} take the place of the old ones and of what was set aside.
     *
     * @throws IllegalStateException if nothing was stored
     */
    public void install() {
        files = written.orElseThrow(() -> new IllegalStateException("no cells were stored"));
        written = Optional.empty();
        frozen = NOTHING;
    }

    private PendingQuery begin(UsageQuery query, int maxRows) {
        SectionKey key = new SectionKey(query.workspace(), query.unit());
        Breakdown breakdown = new Breakdown(query, maxRows);
        Parts parts = breakdown.parts();
        Files now = files;
        for (Overlay part : List.of(frozen, overlay)) {
            part.of(key).subMap(parts.firstDay(), parts.endDay()).forEach(breakdown::add);
            part.eachTicks(key, parts, now.ticks().from(), breakdown::add);
        }
        return new PendingQuery(key, breakdown, now.days(), now.ticks());
    }

    private CombinationLimit limit(SectionKey key, int day) {
        List<DayCells> parts = new ArrayList<>(3);
        Optional<MemoryDay> recent = overlay.find(key, day);
        Optional<MemoryDay> older = frozen.find(key, day);
        Optional<DaySection> stored = files.days().find(key, day);
        recent.ifPresent(parts::add);
        older.ifPresent(parts::add);
        stored.ifPresent(parts::add);
        int known = recent.or(() -> older).map(MemoryDay::known).orElseGet(() -> stored.map(DaySection::combinations)
                .orElse(0));
        return new CombinationLimit(settings.maxCombinations(), parts, known);
    }
}
