package org.weighhouse.ledger.internal.rollup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Writes the ticks of one checkpoint, and puts files of about equal size together when there are many, so that their
 * number grows with the logarithm of what is kept.
 *
 * @param number of the checkpoint; part of the files' names
 * @param keepFrom first UTC day, counted from 1970, whose ticks are kept
 */
record TickStore(Path folder, long number, int keepFrom) {

    /** So many files of a tier become one; each tier's are up to so many times as large as those of the one below. */
    static final int MERGE_FACTOR = 8;

    /** Files smaller than this are all of the lowest tier. */
    private static final long SMALL = 1L << 20;

    private static final Comparator<TickFile.Key> ORDER =
            Comparator.comparing((TickFile.Key key) -> key.workspace().value()).thenComparing(TickFile.Key::number);

    /** All files once the overlay is among them. */
    List<StoredTickFile> store(StoredTicks old, Overlay overlay) {
        List<StoredTickFile> files = new ArrayList<>();
        old.list().stream().filter(file -> file.lastDay() >= keepFrom).forEach(files::add);
        List<StoredTickFile> due = due(files);
        if (!due.isEmpty()) {
            int at = files.indexOf(due.getFirst());
            files.removeAll(due);
            files.addAll(Math.min(at, files.size()), merge(old, due));
        }
        files.addAll(write(overlay));
        return files;
    }

    /** Neighbours of one tier, of which there are enough. One tier a checkpoint, the lowest. */
    static List<StoredTickFile> due(List<StoredTickFile> files) {
        TreeMap<Integer, List<StoredTickFile>> tiers = new TreeMap<>();
        files.forEach(file ->
                tiers.computeIfAbsent(tier(file), any -> new ArrayList<>()).add(file));
        return tiers.values().stream()
                .filter(tier -> tier.size() >= MERGE_FACTOR)
                .findFirst()
                .orElse(List.of());
    }

    private static int tier(StoredTickFile file) {
        int tier = 0;
        for (long rest = file.file().length() / SMALL; rest > 0; rest /= MERGE_FACTOR) {
            tier++;
        }
        return tier;
    }

    private List<StoredTickFile> write(Overlay overlay) {
        NavigableMap<TickFile.Key, List<MemoryDay>> all = new TreeMap<>(ORDER);
        overlay.byDay().forEach((day, sections) -> {
            if (day >= keepFrom) {
                sections.forEach(
                        (key, cells) -> all.put(new TickFile.Key(key.workspace(), key.unit(), day), List.of(cells)));
            }
        });
        return write("ticks-" + number, all, (key, day, texts, into) -> {
            SectionBytes ticks = new SectionBytes();
            day.putTicksInto(ticks);
            TickSection.put(day, ticks, texts, into);
        });
    }

    private List<StoredTickFile> merge(StoredTicks old, List<StoredTickFile> due) {
        NavigableMap<TickFile.Key, List<StoredTickFile>> all = new TreeMap<>(ORDER);
        for (StoredTickFile file : due) {
            old.open(file).eachKey(key -> {
                if (key.day() >= keepFrom) {
                    all.computeIfAbsent(key, any -> new ArrayList<>()).add(file);
                }
            });
        }
        return write("ticks-" + number + "-merged", all, (key, file, texts, into) -> {
            for (TickSection section : old.open(file).find(key)) {
                SectionBytes ticks = new SectionBytes();
                section.putTicksInto(ticks);
                TickSection.put(section, ticks, texts, into);
            }
        });
    }

    /** Puts the ticks that a part has of a key. */
    private interface Part<P> {
        void put(TickFile.Key key, P part, TextTable texts, SectionBytes into);
    }

    private <P> List<StoredTickFile> write(String name, NavigableMap<TickFile.Key, List<P>> all, Part<P> writing) {
        if (all.isEmpty()) {
            return List.of();
        }
        try (SectionFileWriter writer = new SectionFileWriter(folder, name, TickFile.FORMAT)) {
            all.forEach((key, parts) -> {
                SectionBytes bytes = new SectionBytes();
                parts.forEach(part -> writing.put(key, part, writer.texts(), bytes));
                writer.put(key.workspace(), key.number(), bytes.toArray(), 0);
            });
            IntSummaryStatistics days =
                    all.keySet().stream().mapToInt(TickFile.Key::day).summaryStatistics();
            return List.of(new StoredTickFile(days.getMin(), days.getMax(), writer.finish()));
        }
    }
}
