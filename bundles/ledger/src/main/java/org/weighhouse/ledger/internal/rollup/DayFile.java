package org.weighhouse.ledger.internal.rollup;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.files.MappedFile;
import org.weighhouse.ledger.internal.files.StoredFile;
import org.weighhouse.ledger.internal.journal.JournalDamagedException;

/**
 * The stored cells of one UTC day, read in place. Thread-safe.
 *
 * <p>Sections (see {@link DaySection}), one for each workspace and unit; then the texts; then where each text begins
 * (ints, from the first); then the directory, sorted by workspace and unit; then a tail that says where these are.
 */
final class DayFile {

    /** Last int of a file. */
    static final int FORMAT = 0x57484431;

    /** Text of the workspace, unit, position and total of a section. */
    static final int DIRECTORY_ENTRY = 2 * Integer.BYTES + 2 * Long.BYTES;

    /** Positions of texts, starts and directory; how many texts and sections; the format. */
    static final int TAIL = 3 * Long.BYTES + 3 * Integer.BYTES;

    private final MappedFile file;
    private final long texts;
    private final long starts;
    private final long directory;
    private final int textCount;
    private final int sectionCount;

    private DayFile(MappedFile file) {
        this.file = file;
        long tail = file.length() - TAIL;
        if (tail < 0 || file.getInt(file.length() - Integer.BYTES) != FORMAT) {
            throw new JournalDamagedException(file.file().name() + " is not a day of cells");
        }
        this.texts = file.getLong(tail);
        this.starts = file.getLong(tail + Long.BYTES);
        this.directory = file.getLong(tail + 2 * Long.BYTES);
        this.textCount = file.getInt(tail + 3 * Long.BYTES);
        this.sectionCount = file.getInt(tail + 3 * Long.BYTES + Integer.BYTES);
    }

    /** @throws JournalDamagedException if it is not there or not a day's file */
    static DayFile open(Path folder, StoredFile file) {
        return new DayFile(MappedFile.open(folder, file));
    }

    List<String> texts() {
        List<String> all = new ArrayList<>(textCount);
        for (int id = 0; id < textCount; id++) {
            all.add(text(id));
        }
        return all;
    }

    String text(int id) {
        return file.getText(textAt(id));
    }

    List<SectionKey> keys() {
        List<SectionKey> keys = new ArrayList<>(sectionCount);
        for (int i = 0; i < sectionCount; i++) {
            long entry = entryAt(i);
            WorkspaceId workspace = new WorkspaceId(text(file.getInt(entry)));
            keys.add(new SectionKey(workspace, Unit.values()[file.getInt(entry + Integer.BYTES)]));
        }
        return keys;
    }

    Optional<DaySection> find(SectionKey key) {
        byte[] workspace = key.workspace().value().getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = sectionCount - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = compare(middle, workspace, key.unit());
            if (order == 0) {
                return Optional.of(section(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    private DaySection section(int index) {
        long entry = entryAt(index);
        long from = file.getLong(entry + 2 * Integer.BYTES);
        long total = file.getLong(entry + 2 * Integer.BYTES + Long.BYTES);
        long to = index + 1 < sectionCount ? file.getLong(entryAt(index + 1) + 2 * Integer.BYTES) : texts;
        return new DaySection(this, file, from, to, total);
    }

    /** Order of the section's key and the one given. */
    private int compare(int index, byte[] workspace, Unit unit) {
        long entry = entryAt(index);
        long text = textAt(file.getInt(entry));
        int length = file.getInt(text);
        for (int i = 0; i < Math.min(length, workspace.length); i++) {
            int order = file.getByte(text + Integer.BYTES + i) - workspace[i];
            if (order != 0) {
                return order;
            }
        }
        return length != workspace.length
                ? length - workspace.length
                : file.getInt(entry + Integer.BYTES) - unit.ordinal();
    }

    private long entryAt(int index) {
        return directory + (long) index * DIRECTORY_ENTRY;
    }

    private long textAt(int id) {
        return texts + file.getInt(starts + (long) id * Integer.BYTES);
    }
}
