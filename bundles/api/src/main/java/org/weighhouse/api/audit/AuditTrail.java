package org.weighhouse.api.audit;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who did what, and when. Lines are only ever added, each with the hash of the one before in its own, so that one that was
 * changed or taken out shows. Changes of the catalog write their lines by themselves, in their own transaction: nothing
 * changes that nobody answers for. Thread-safe.
 */
@ProviderType
public interface AuditTrail {

    /** Most lines of one answer. */
    int MAX_ENTRIES = 1_000;

    /** Adds a line for whom this thread acts for; it is durable when this returns. */
    default void note(Deed deed) {
        note(Acting.current(), deed);
    }

    /** Adds a line; it is durable when this returns. */
    void note(Actor actor, Deed deed);

    /** Adds a line within a second, and returns at once. */
    void noteSoon(Actor actor, Deed deed);

    /**
     * Adds a line within a second, and returns at once; for what somebody can cause as often as they like. The same by the same
     * actor again within a minute becomes one more line that says how often.
     */
    void noteOften(Actor actor, Deed deed);

    /** The newest first. */
    List<AuditEntry> find(AuditQuery query);

    /** Reads the whole trail, up to what was written when this was called, and looks whether it is as it was written. */
    AuditCheck check();
}
