package org.weighhouse.ledger.internal.rollup;

import java.util.Comparator;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;

/** Whose cells. Ordered by workspace, then unit, as in the files. */
record SectionKey(WorkspaceId workspace, Unit unit) implements Comparable<SectionKey> {

    private static final Comparator<SectionKey> ORDER =
            Comparator.comparing((SectionKey key) -> key.workspace().value()).thenComparing(SectionKey::unit);

    @Override
    public int compareTo(SectionKey other) {
        return ORDER.compare(this, other);
    }
}
