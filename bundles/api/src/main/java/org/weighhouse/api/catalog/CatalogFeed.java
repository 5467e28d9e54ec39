package org.weighhouse.api.catalog;

import java.util.List;
import java.util.function.LongConsumer;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.Subscription;

/**
 * What changed in the catalog, in order and kept, so that whoever was away or lives on another node finds out what it
 * missed. Thread-safe.
 */
@ProviderType
public interface CatalogFeed {

    /** Most changes of one answer. */
    int MAX_CHANGES = 1_000;

    /** Version of the last change; 0 if there never was one. */
    long version();

    /**
     * The changes after a version, oldest first, at most {@link #MAX_CHANGES}; ask again after the last one's for more.
     * What they tell of is in force when this returns them.
     */
    List<CatalogChange> since(long version);

    /**
     * Calls back after changes came into force, with the newest version. Calls come one at a time; the listener returns
     * quickly and must be content with one call for several changes.
     */
    Subscription subscribe(LongConsumer listener);
}
