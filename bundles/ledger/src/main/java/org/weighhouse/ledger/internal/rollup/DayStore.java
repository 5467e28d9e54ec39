package org.weighhouse.ledger.internal.rollup;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.ledger.internal.record.Micros;

/**
 * Writes the files of the days that have changed for one checkpoint.
 *
 * @param number of the checkpoint; part of the files' names
 * @param today UTC day, counted from 1970
 */
record DayStore(Path folder, CellSettings settings, long number, int today, Function<WorkspaceId, ZoneId> zones) {

    /** All days once the overlay is part of them. */
    List<StoredDay> store(StoredDays old, Overlay overlay) {
        NavigableMap<Integer, StoredDay> days = new TreeMap<>();
        old.list().forEach(day -> days.put(day.day(), day));
        NavigableMap<Integer, NavigableMap<SectionKey, MemoryDay>> fresh = overlay.byDay();
        TreeSet<Integer> all = new TreeSet<>(days.keySet());
        all.addAll(fresh.keySet());
        List<StoredDay> stored = new ArrayList<>();
        for (int day : all) {
            if (!settings.isDropped(day, today)) {
                NavigableMap<SectionKey, MemoryDay> added = fresh.getOrDefault(day, Collections.emptyNavigableMap());
                stored.add(storeDay(day, Optional.ofNullable(days.get(day)), old, added));
            }
        }
        return stored;
    }

    private StoredDay storeDay(
            int day, Optional<StoredDay> known, StoredDays old, NavigableMap<SectionKey, MemoryDay> added) {
        boolean wasCoarse = known.map(StoredDay::coarse).orElse(false);
        boolean coarse = wasCoarse || settings.isCoarse(day, today);
        if (known.isPresent() && added.isEmpty() && coarse == wasCoarse) {
            return known.get();
        }
        Function<WorkspaceId, IntUnaryOperator> keptAt = coarse ? parts(day) : any -> IntUnaryOperator.identity();
        return write(day, coarse, old.file(day), coarse == wasCoarse, added, keptAt);
    }

    /** @param copy whether the old sections to which nothing is added stay as they are */
    private StoredDay write(
            int day,
            boolean coarse,
            Optional<DayFile> old,
            boolean copy,
            NavigableMap<SectionKey, MemoryDay> added,
            Function<WorkspaceId, IntUnaryOperator> keptAt) {
        TreeSet<SectionKey> keys = new TreeSet<>(added.keySet());
        old.ifPresent(file -> keys.addAll(file.keys()));
        try (DayFileWriter writer = new DayFileWriter(folder, nameOf(day))) {
            old.ifPresent(file -> file.texts().forEach(writer.texts()::idOf));
            for (SectionKey key : keys) {
                Optional<DaySection> section = old.flatMap(file -> file.find(key));
                Optional<MemoryDay> more = Optional.ofNullable(added.get(key));
                if (copy
                        && more.isEmpty()
                        && section.isPresent()
                        && section.get().isOfToday()) {
                    writer.put(key, section.get().bytes(), section.get().total());
                } else {
                    SectionDraft draft = new SectionDraft(writer.texts(), keptAt.apply(key.workspace()));
                    section.ifPresent(draft::add);
                    more.ifPresent(draft::add);
                    writer.put(key, draft.toBytes(), draft.total());
                }
            }
            return new StoredDay(day, coarse, writer.finish());
        }
    }

    private String nameOf(int day) {
        return "cells-" + LocalDate.ofEpochDay(day) + "-" + number;
    }

    /** For each workspace the first quarter of the part of a UTC day that belongs to the same local day. */
    private Function<WorkspaceId, IntUnaryOperator> parts(int day) {
        Map<ZoneId, int[]> known = new HashMap<>();
        return workspace -> {
            int[] parts = known.computeIfAbsent(zones.apply(workspace), zone -> partsOf(day, zone));
            return quarter -> parts[quarter];
        };
    }

    private static int[] partsOf(int day, ZoneId zone) {
        int first = day * DayCells.QUARTERS;
        TimeRange range = new TimeRange(Micros.startOfQuarter(first), Micros.startOfQuarter(first + DayCells.QUARTERS));
        Slices days = new Slices(Window.DAY, zone, range);
        int[] parts = new int[DayCells.QUARTERS];
        for (int quarter = 0; quarter < parts.length; quarter++) {
            TimeRange part = days.of(Micros.startOfQuarter(first + quarter));
            parts[quarter] = Micros.firstQuarterFrom(Micros.of(part.from())) - first;
        }
        return parts;
    }
}
