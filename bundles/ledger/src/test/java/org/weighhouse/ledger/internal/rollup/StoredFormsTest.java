package org.weighhouse.ledger.internal.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.ledger.internal.files.StoredFile;
import org.weighhouse.ledger.internal.record.Micros;

/** Days of cells of each version as a release wrote them; the files that are here stay as they are. */
class StoredFormsTest {

    private static final Path FORMS = Path.of("src", "test", "resources", "forms");
    private static final String FILE = "cells-2";
    private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
    private static final Attribution FULL =
            new Attribution("telegram", "text", "spring", "flow", "reply", "gpt", "DE", "main", "key-1", "");
    private static final Measures MEASURES = new Measures(2, 3, 4, new TokenBuckets(5, 6, 7, 8, 9, 10));

    @TempDir
    Path folder;

    /** Writes the file of today's version, once, into the folder that is given. */
    public static void main(String[] arguments) throws IOException {
        Path there = Path.of(arguments[0]);
        Path made = Files.createTempDirectory("cells");
        Files.move(made.resolve(write(made).name()), there.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    private static StoredFile write(Path folder) {
        CellHouse house = new CellHouse(folder, CellSettings.DEFAULT);
        house.apply(
                CellHouse.entry(CellHouse.ACME, Unit.AI_TOKEN, Micros.of(DAY.plusSeconds(930)), FULL, 1_500, MEASURES));
        house.apply(CellHouse.entry(
                CellHouse.ACME, Unit.AI_TOKEN, Micros.of(DAY.plusSeconds(86_399)), FULL, -500, Measures.of(-1)));
        house.apply(CellHouse.entry("2026-11-20T12:00:00Z", Attribution.NONE, 1_000));
        house.checkpoint("2026-11-21T00:00:00Z");
        return house.stored().getFirst().file();
    }

    @Test
    void aDayOfFormatTwoIsRead() throws IOException {
        StoredFile today = write(folder);
        Files.copy(FORMS.resolve(FILE), folder.resolve("kept"));
        StoredFile kept = new StoredFile("kept", Files.size(FORMS.resolve(FILE)), today.checksum());
        Rollups rollups = new Rollups(folder, CellSettings.DEFAULT);
        rollups.restore(new StoredCells(
                List.of(new StoredDay((int) (DAY.getEpochSecond() / 86_400), false, kept)), List.of(), 0));

        assertThat(query(rollups, Unit.AI_TOKEN))
                .containsExactly(
                        new Usage(new Amount(1_500), 1, MEASURES), new Usage(new Amount(-500), 0, Measures.of(-1)));
        assertThat(query(rollups, Unit.MESSAGE_CREDIT)).containsExactly(new Usage(Amount.of(1), 1, Measures.of(1)));
        UsageRow row =
                rollups.begin(all(Unit.AI_TOKEN).by(Dimension.values())).rows().getFirst();
        assertThat(row.group())
                .containsExactly("telegram", "text", "spring", "flow", "reply", "gpt", "DE", "main", "key-1");
    }

    @Test
    void whatIsWrittenTodayIsInTheFileOfItsFormat() throws IOException {
        assertThat(DayFile.FORMAT).as("a new format has a file of its own").isEqualTo(0x57484432);
        assertThat(folder.resolve(write(folder).name())).hasSameBinaryContentAs(FORMS.resolve(FILE));
    }

    private static List<Usage> query(Rollups rollups, Unit unit) {
        return rollups.begin(all(unit).per(Window.HOUR)).rows().stream()
                .map(UsageRow::usage)
                .toList();
    }

    private static UsageQuery all(Unit unit) {
        return UsageQuery.total(CellHouse.ACME, unit, new TimeRange(DAY, DAY.plusSeconds(86_400)), ZoneOffset.UTC);
    }
}
