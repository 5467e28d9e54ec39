package org.weighhouse.ledger.internal.rollup;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.files.StoredFile;

/** Stored ticks: {@link TickSection}s by workspace, unit and day. Thread-safe. */
final class TickFile {

    /** Last int of a file. */
    static final int FORMAT = 0x57485431;

    private static final int UNIT_BITS = 8;

    private final SectionFile file;

    /** Whose ticks. */
    record Key(WorkspaceId workspace, Unit unit, int day) {

        /** What sections of a workspace are sorted by. */
        long number() {
            return (long) day << UNIT_BITS | unit.ordinal();
        }
    }

    private TickFile(SectionFile file) {
        this.file = file;
    }

    static TickFile open(Path folder, StoredFile file) {
        return new TickFile(SectionFile.open(folder, file, FORMAT));
    }

    /** The ticks of a key, as often as they were written. */
    List<TickSection> find(Key key) {
        return TickSection.of(file, file.find(key.workspace(), key.number()));
    }

    void eachKey(Consumer<Key> each) {
        for (int i = 0; i < file.sections(); i++) {
            long number = file.numberAt(i);
            Unit unit = Unit.values()[(int) (number & (1 << UNIT_BITS) - 1)];
            each.accept(new Key(file.workspaceAt(i), unit, (int) (number >> UNIT_BITS)));
        }
    }
}
