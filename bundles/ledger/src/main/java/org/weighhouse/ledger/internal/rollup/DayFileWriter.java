package org.weighhouse.ledger.internal.rollup;

import java.nio.file.Path;
import org.weighhouse.ledger.internal.files.StoredFile;

/** Writes a {@link DayFile}, section by section in the order of their keys. Not thread-safe. */
final class DayFileWriter implements AutoCloseable {

    private final SectionFileWriter file;

    DayFileWriter(Path folder, String name) {
        this.file = new SectionFileWriter(folder, name, DayFile.FORMAT);
    }

    /** Texts by the ids that the sections use. */
    TextTable texts() {
        return file.texts();
    }

    void put(SectionKey key, byte[] section, long total) {
        file.put(key.workspace(), key.unit().ordinal(), section, total);
    }

    StoredFile finish() {
        return file.finish();
    }

    @Override
    public void close() {
        file.close();
    }
}
