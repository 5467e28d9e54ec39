package org.weighhouse.ledger.internal.rollup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.files.StoredFile;
import org.weighhouse.ledger.internal.files.StoredFileWriter;

/** Writes a {@link SectionFile}, section by section in the order of their keys. Not thread-safe. */
final class SectionFileWriter implements AutoCloseable {

    private final StoredFileWriter file;
    private final int format;
    private final TextTable texts = new TextTable();
    private final List<Entry> directory = new ArrayList<>();

    /** @param format last int of the file */
    SectionFileWriter(Path folder, String name, int format) {
        this.file = new StoredFileWriter(folder, name);
        this.format = format;
    }

    /** Texts by the ids that the sections use. */
    TextTable texts() {
        return texts;
    }

    void put(WorkspaceId workspace, long number, byte[] section, long total) {
        directory.add(new Entry(texts.idOf(workspace.value()), number, file.position(), total));
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
        file.putInt(Dimension.values().length);
        file.putInt(Unit.values().length);
        file.putInt(format);
        return file.finish();
    }

    @Override
    public void close() {
        file.close();
    }

    private void putEntry(Entry entry) {
        file.putInt(entry.workspace());
        file.putLong(entry.number());
        file.putLong(entry.position());
        file.putLong(entry.total());
    }

    private record Entry(int workspace, long number, long position, long total) {}
}
