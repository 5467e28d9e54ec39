package org.weighhouse.ledger.internal.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.VerificationProgress;
import org.weighhouse.api.ledger.VerificationReport;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.ledger.internal.book.Book;
import org.weighhouse.ledger.internal.book.BookDigest;
import org.weighhouse.ledger.internal.book.BookReader;
import org.weighhouse.ledger.internal.book.WorkspaceBook;
import org.weighhouse.ledger.internal.checkpoint.Manifest;
import org.weighhouse.ledger.internal.files.FileDamagedException;
import org.weighhouse.ledger.internal.files.MappedFile;
import org.weighhouse.ledger.internal.files.StoredFile;
import org.weighhouse.ledger.internal.index.IndexSettings;
import org.weighhouse.ledger.internal.index.KeyIndex;
import org.weighhouse.ledger.internal.index.Runs;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.rollup.CellSettings;
import org.weighhouse.ledger.internal.rollup.Rollups;
import org.weighhouse.ledger.internal.rollup.StoredCells;
import org.weighhouse.ledger.internal.rollup.StoredDay;

/**
 * Holds a checkpoint against the journal: what the rows up to it amount to must be what it says. Reads nothing but the
 * journal and the checkpoint's files, so the ledger goes on working.
 */
public final class Verifier {

    private static final int DAY_IN_S = 86_400;

    private final JournalStore store;
    private final Path folder;
    private final CellSettings cells;
    private final Findings findings = new Findings();
    private long accounts;
    private long daySums;

    public Verifier(JournalStore store, Path folder, CellSettings cells) {
        this.store = store;
        this.folder = folder;
        this.cells = cells;
    }

    /** Verifies; once for each verifier. */
    public VerificationReport verify(Manifest manifest, Consumer<VerificationProgress> progress) {
        manifest.files().forEach(this::checkFile);
        boolean filesAreWhole = findings.isEmpty();
        JournalWalk walk = new JournalWalk(
                manifest.point().row(),
                filesAreWhole ? Optional.of(openIndex(manifest)) : Optional.empty(),
                findings,
                progress);
        walk.read(store);
        boolean allIsWhole = findings.isEmpty();
        if (allIsWhole && !Arrays.equals(walk.lastHash(), manifest.point().hash())) {
            findings.add("journal", "its last hash is not the one that the checkpoint has seen");
        }
        if (allIsWhole) {
            compareBooks(readBook(manifest.book()), walk.book());
            compareDays(manifest.cells(), walk);
        }
        return new VerificationReport(walk.rows(), walk.entries(), walk.bytes(), accounts, daySums, findings.toList());
    }

    private Runs openIndex(Manifest manifest) {
        KeyIndex index = new KeyIndex(folder, IndexSettings.defaults());
        index.restore(manifest.runs());
        return index.runs();
    }

    private void checkFile(StoredFile file) {
        try {
            if (!MappedFile.open(folder, file).isIntact()) {
                findings.add("file " + file.name(), "it is not as it was written");
            }
        } catch (FileDamagedException e) {
            findings.add("file " + file.name(), e.getMessage());
        }
    }

    private Book readBook(StoredFile file) {
        MappedFile mapped = MappedFile.open(folder, file);
        try {
            return BookReader.read(mapped.getBytes(0, Math.toIntExact(mapped.length())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.name(), e);
        }
    }

    private void compareBooks(Book stored, Book fromJournal) {
        SortedMap<String, String> texts = new TreeMap<>(BookDigest.byWorkspace(stored));
        BookDigest.byWorkspace(fromJournal).forEach((workspace, text) -> {
            accounts += Unit.values().length;
            String other = texts.remove(workspace);
            if (!text.equals(other)) {
                findings.add("workspace " + workspace, "its balances are not what the journal amounts to");
            }
        });
        texts.keySet().forEach(workspace -> findings.add("workspace " + workspace, "the journal does not know it"));
    }

    private void compareDays(StoredCells stored, JournalWalk walk) {
        Rollups rollups = new Rollups(folder, cells);
        rollups.restore(stored);
        Map<DaySums.Key, Usage> wanted = new HashMap<>(walk.sums().toUsage());
        if (cells.retentionDays() > 0) {
            int oldest = stored.days().stream().mapToInt(StoredDay::day).min().orElse(Integer.MAX_VALUE);
            wanted.keySet().removeIf(key -> key.day() < oldest);
        }
        for (WorkspaceBook workspace : walk.book().workspaces()) {
            for (Unit unit : Unit.values()) {
                compareDays(workspace.id(), unit, rollups, wanted);
            }
        }
        wanted.keySet().forEach(key -> differs(key));
    }

    private void compareDays(WorkspaceId workspace, Unit unit, Rollups rollups, Map<DaySums.Key, Usage> wanted) {
        TimeRange always = new TimeRange(Instant.EPOCH, Instant.ofEpochSecond(DAY_IN_S * 100_000L));
        UsageQuery daily =
                UsageQuery.total(workspace, unit, always, ZoneOffset.UTC).per(Window.DAY);
        for (UsageRow row : rollups.begin(daily).rows()) {
            int day = (int) (row.slice().from().getEpochSecond() / DAY_IN_S);
            DaySums.Key key = new DaySums.Key(workspace, unit, day);
            Usage journal = wanted.getOrDefault(key, Usage.NONE);
            wanted.remove(key);
            daySums++;
            if (!row.usage().equals(journal)) {
                differs(key);
            }
        }
    }

    private void differs(DaySums.Key key) {
        findings.add(
                "workspace " + key.workspace() + ", " + key.unit() + ", "
                        + Instant.ofEpochSecond((long) DAY_IN_S * key.day()),
                "the day's cells do not add up to its entries");
    }
}
