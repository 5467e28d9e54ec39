package org.weighhouse.ledger.internal.rollup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Unit;
import org.weighhouse.ledger.internal.files.StoredFile;
import org.weighhouse.ledger.internal.journal.JournalDamagedException;

/** The stored cells of one UTC day: a {@link DaySection} for each workspace and unit. Thread-safe. */
final class DayFile {

    /** Last int of a file. */
    static final int FORMAT = 0x57484432;

    private final SectionFile file;

    private DayFile(SectionFile file) {
        this.file = file;
    }

    /** @throws JournalDamagedException if it is not there or not a day's file */
    static DayFile open(Path folder, StoredFile file) {
        return new DayFile(SectionFile.open(folder, file, FORMAT));
    }

    List<String> texts() {
        return file.texts();
    }

    List<SectionKey> keys() {
        List<SectionKey> keys = new ArrayList<>(file.sections());
        for (int i = 0; i < file.sections(); i++) {
            keys.add(new SectionKey(file.workspaceAt(i), Unit.values()[(int) file.numberAt(i)]));
        }
        return keys;
    }

    Optional<DaySection> find(SectionKey key) {
        return file.find(key.workspace(), key.unit().ordinal()).map(region -> new DaySection(file, region));
    }
}
