package org.weighhouse.catalog.internal;

import java.time.Instant;
import java.util.Optional;
import org.weighhouse.api.catalog.ApiKeys.KeyInfo;

/**
 * A key with the hashes of its texts.
 *
 * @param hash of the text that it has
 * @param previous of the text before, as long as that is good as well
 */
record StoredKey(KeyInfo info, KeyHash hash, Optional<KeyHash> previous) {

    StoredKey rotated(KeyHash next, String hint, Optional<Instant> overlap) {
        KeyInfo changed = new KeyInfo(info.id(), info.workspace(), hint, info.terms(), info.created(), overlap);
        return new StoredKey(changed, next, overlap.map(any -> hash));
    }

    /** Whether a text is good now, of which it is known that it is or was this key's. */
    boolean has(KeyHash presented, Instant now) {
        return presented.equals(hash) || info.overlap().filter(now::isBefore).isPresent();
    }
}
