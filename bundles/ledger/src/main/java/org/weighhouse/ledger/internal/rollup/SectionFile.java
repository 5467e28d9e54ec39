package org.weighhouse.ledger.internal.rollup;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.files.MappedFile;
import org.weighhouse.ledger.internal.files.StoredFile;
import org.weighhouse.ledger.internal.journal.JournalDamagedException;

/**
 * A file of sections, each found by a workspace and a number, read in place. Thread-safe.
 *
 * <p>The sections; then the texts that they refer to; then where each text begins (ints, from the first); then the
 * directory, sorted by workspace and number; then a tail that says where these are, and how many dimensions and units
 * there were when it was written.
 */
final class SectionFile {

    /** Text of the workspace; number, position and total of a section. */
    static final int DIRECTORY_ENTRY = Integer.BYTES + 3 * Long.BYTES;

    /** Positions of texts, starts and directory; how many texts, sections, dimensions and units; the format. */
    static final int TAIL = 3 * Long.BYTES + 5 * Integer.BYTES;

    private final MappedFile file;
    private final long texts;
    private final long starts;
    private final long directory;
    private final int textCount;
    private final int sectionCount;
    private final int dimensions;

    /**
     * Where a section is.
     *
     * @param from first byte
     * @param to first byte after it
     * @param total what its writer put beside it
     */
    record Region(long from, long to, long total) {}

    private SectionFile(MappedFile file, int format) {
        this.file = file;
        long tail = file.length() - TAIL;
        if (tail < 0 || file.getInt(file.length() - Integer.BYTES) != format) {
            throw new JournalDamagedException(file.file().name() + " is not what its name says");
        }
        this.texts = file.getLong(tail);
        this.starts = file.getLong(tail + Long.BYTES);
        this.directory = file.getLong(tail + 2 * Long.BYTES);
        long counts = tail + 3 * Long.BYTES;
        this.textCount = file.getInt(counts);
        this.sectionCount = file.getInt(counts + Integer.BYTES);
        this.dimensions = known(counts + 2 * Integer.BYTES, Dimension.values().length, "dimensions");
        known(counts + 3 * Integer.BYTES, Unit.values().length, "units");
    }

    /** How many of something the writer knew, which may be less than what is known today, and must not be more. */
    private int known(long position, int most, String what) {
        int written = file.getInt(position);
        if (written < 0 || written > most) {
            throw new JournalDamagedException(file.file().name() + " has " + written + " " + what
                    + ", and this release knows " + most + "; start the release that wrote it, or a newer one");
        }
        return written;
    }

    /**
     * Opens a file.
     *
     * @param format its last int
     * @throws JournalDamagedException if it is not there, or of another format
     */
    static SectionFile open(Path folder, StoredFile file, int format) {
        return new SectionFile(MappedFile.open(folder, file), format);
    }

    /** The bytes that regions are of. */
    MappedFile bytes() {
        return file;
    }

    /** How many dimensions its combinations have: the first ones; the others are empty. */
    int dimensions() {
        return dimensions;
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

    int sections() {
        return sectionCount;
    }

    WorkspaceId workspaceAt(int section) {
        return new WorkspaceId(text(file.getInt(entryAt(section))));
    }

    long numberAt(int section) {
        return file.getLong(entryAt(section) + Integer.BYTES);
    }

    Optional<Region> find(WorkspaceId workspace, long number) {
        byte[] name = workspace.value().getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = sectionCount - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = compare(middle, name, number);
            if (order == 0) {
                return Optional.of(regionAt(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    Region regionAt(int section) {
        long entry = entryAt(section) + Integer.BYTES + Long.BYTES;
        long to = section + 1 < sectionCount ? file.getLong(entryAt(section + 1) + Integer.BYTES + Long.BYTES) : texts;
        return new Region(file.getLong(entry), to, file.getLong(entry + Long.BYTES));
    }

    /** Order of a section's key and the one given. */
    private int compare(int section, byte[] workspace, long number) {
        long text = textAt(file.getInt(entryAt(section)));
        int length = file.getInt(text);
        for (int i = 0; i < Math.min(length, workspace.length); i++) {
            int order = file.getByte(text + Integer.BYTES + i) - workspace[i];
            if (order != 0) {
                return order;
            }
        }
        return length != workspace.length ? length - workspace.length : Long.compare(numberAt(section), number);
    }

    private long entryAt(int section) {
        return directory + (long) section * DIRECTORY_ENTRY;
    }

    private long textAt(int id) {
        return texts + file.getInt(starts + (long) id * Integer.BYTES);
    }
}
