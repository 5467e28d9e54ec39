package org.weighhouse.ledger.internal.rollup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.weighhouse.ledger.internal.files.StoredFile;
import org.weighhouse.ledger.internal.files.StoredFileWriter;

/** Writes a {@link DayFile}, section by section in the order of their keys. Not thread-safe. */
final class DayFileWriter implements AutoCloseable {

    private final StoredFileWriter file;
    private final TextTable texts = new TextTable();
    private final List<Entry> directory = new ArrayList<>();

    DayFileWriter(Path folder, String name) {
        this.file = new StoredFileWriter(folder, name);
    }

    /** Texts by the ids that the sections use. */
    TextTable texts() {
        return texts;
    }

    void put(SectionKey key, byte[] section, long total) {
        directory.add(new Entry(texts.idOf(key.workspace().value()), key.unit().ordinal(), file.position(), total));
        file.putBytes(section);
    }

    StoredFile finish() {
        long textsAt = file.position();
        List<Integer> starts = new ArrayList<>(texts.texts().size());
        for (String text : texts.texts()) {
            starts.add(Math.toIntExact(file.position() - textsAt));
            file.putText(text);
        }
        long startsAt = file.position();
        starts.forEach(file::putInt);
        long directoryAt = file.position();
        directory.forEach(this::putEntry);
        file.putLong(textsAt);
        file.putLong(startsAt);
        file.putLong(directoryAt);
        file.putInt(starts.size());
        file.putInt(directory.size());
        file.putInt(DayFile.FORMAT);
        return file.finish();
    }

    @Override
    public void close() {
        file.close();
    }

    private void putEntry(Entry entry) {
        file.putInt(entry.workspace());
        file.putInt(entry.unit());
        file.putLong(entry.position());
        file.putLong(entry.total());
    }

    private record Entry(int workspace, int unit, long position, long total) {}
}
