package org.weighhouse.ledger.internal.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.ledger.internal.record.Correction;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.Micros;

/** Roll-ups over a folder, with checkpoints and restarts. */
final class CellHouse {

    static final WorkspaceId ACME = new WorkspaceId("acme");

    private static final Correction AMENDED = new Correction("x", 1, true, 0, 0, Measures.NONE);

    private final Path folder;
    private final CellSettings settings;
    private final Map<WorkspaceId, ZoneId> zones = new HashMap<>();

    /** Entries since the last freeze that was installed: what a restart replays. */
    private final List<EntryWritten> tail = new ArrayList<>();

    private Rollups rollups;
    private StoredCells stored = StoredCells.NONE;
    private StoredCells next = StoredCells.NONE;
    private int tailAtFreeze;
    private long number;

    CellHouse(Path folder, CellSettings settings) {
        this.folder = folder;
        this.settings = settings;
        this.rollups = new Rollups(folder, settings);
    }

    Rollups rollups() {
        return rollups;
    }

    List<StoredDay> stored() {
        return stored.days();
    }

    void zone(WorkspaceId workspace, ZoneId zone) {
        zones.put(workspace, zone);
    }

    static EntryWritten entry(String time, Attribution attribution, long amountMilli) {
        return entry(
                ACME, Unit.MESSAGE_CREDIT, Micros.of(Instant.parse(time)), attribution, amountMilli, Measures.of(1));
    }

    /** Negative amounts are corrections. */
    static EntryWritten entry(
            WorkspaceId workspace, Unit unit, long time, Attribution attribution, long amountMilli, Measures measures) {
        Correction correction = amountMilli < 0 ? AMENDED : Correction.NONE;
        return new EntryWritten(
                0, 0, workspace, "s", "i", time, unit, amountMilli, measures, attribution, "", 0, correction);
    }

    void apply(EntryWritten entry) {
        rollups.apply(entry);
        tail.add(entry);
    }

    void freeze() {
        rollups.freeze();
        tailAtFreeze = tail.size();
    }

    void store(Instant now) {
        next = rollups.store(++number, Micros.of(now), workspace -> zones.getOrDefault(workspace, ZoneOffset.UTC));
    }

    void install() {
        rollups.install();
        stored = next;
        tail.subList(0, tailAtFreeze).clear();
    }

    void checkpoint(String now) {
        freeze();
        store(Instant.parse(now));
        install();
    }

    /** Begins anew with the last checkpoint and replays what came after it. */
    void restart() {
        rollups = new Rollups(folder, settings);
        rollups.restore(stored);
        tail.forEach(rollups::apply);
    }

    /** Of a range of whole quarters of an hour, which the cells answer alone. */
    List<UsageRow> query(UsageQuery query) {
        PendingQuery pending = rollups.begin(query);
        assertThat(pending.ends()).isEmpty();
        return pending.rows();
    }

    long total(UsageQuery query) {
        return rollups.beginTotal(query.workspace(), query.unit(), query.range())
                .amountMilli();
    }

    String describe() {
        StringBuilder text = new StringBuilder();
        rollups.describe(text);
        return text.toString();
    }
}
