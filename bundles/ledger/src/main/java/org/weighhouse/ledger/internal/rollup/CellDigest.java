package org.weighhouse.ledger.internal.rollup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.ledger.UsageQuery;

/** Digests of the sums of each UTC day. Holds no more than a day in memory. */
final class CellDigest {

    private final StoredDays files;
    private final List<NavigableMap<Integer, NavigableMap<SectionKey, MemoryDay>>> memory;

    CellDigest(StoredDays files, List<Overlay> memory) {
        this.files = files;
        this.memory = memory.stream().map(Overlay::byDay).toList();
    }

    void describe(StringBuilder into) {
        TreeSet<Integer> days = new TreeSet<>();
        files.list().forEach(day -> days.add(day.day()));
        memory.forEach(part -> days.addAll(part.keySet()));
        for (int day : days) {
            into.append(LocalDate.ofEpochDay(day))
                    .append(' ')
                    .append(digest(day))
                    .append('\n');
        }
    }

    private String digest(int day) {
        NavigableMap<SectionKey, Breakdown> sums = new TreeMap<>();
        Optional<DayFile> file = files.file(day);
        file.ifPresent(stored ->
                stored.keys().forEach(key -> stored.find(key).ifPresent(section -> add(sums, key, day, section))));
        for (NavigableMap<Integer, NavigableMap<SectionKey, MemoryDay>> part : memory) {
            part.getOrDefault(day, new TreeMap<>()).forEach((key, cells) -> add(sums, key, day, cells));
        }
        MessageDigest digest = sha256();
        sums.forEach((key, breakdown) -> breakdown.rows().forEach(row -> {
            String text = key.workspace() + " " + key.unit() + " " + row.group() + " " + row.usage() + "\n";
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(NavigableMap<SectionKey, Breakdown> sums, SectionKey key, int day, DayCells cells) {
        sums.computeIfAbsent(key, any -> new Breakdown(allOf(key, day), Integer.MAX_VALUE))
                .add(day, cells);
    }

    private static UsageQuery allOf(SectionKey key, int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        TimeRange range = TimeRange.ofDays(date, date, ZoneOffset.UTC);
        return UsageQuery.total(key.workspace(), key.unit(), range, ZoneOffset.UTC)
                .by(Dimension.values());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
