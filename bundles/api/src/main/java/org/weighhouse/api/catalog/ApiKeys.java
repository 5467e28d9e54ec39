package org.weighhouse.api.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.WorkspaceId;

/** Weighhouse keys ({@code wh_…}). Only a hash is kept: a key is shown once, when it is made. Thread-safe. */
@ProviderType
public interface ApiKeys {

    /** What every key starts with. */
    String PREFIX = "wh_";

    /**
     * @param id public, for lists and revoking
     * @param hint the key's last four characters
     * @param defaults attribution for calls that do not say their own
     */
    record KeyInfo(
            String id, WorkspaceId workspace, String label, String hint, Attribution defaults, Instant created) {}

    /** A new key and its text, which cannot be had again. */
    record NewKey(KeyInfo info, String text) {
        @Override
        public String toString() {
            return "NewKey[" + info + "]";
        }
    }

    /** @throws IllegalArgumentException if the workspace is unknown */
    NewKey create(WorkspaceId workspace, String label, Attribution defaults);

    /** @return whether there was such a key */
    boolean revoke(String id);

    List<KeyInfo> list(WorkspaceId workspace);

    /** The key that a caller presented; answered from memory, in constant time for keys of a length. */
    Optional<KeyInfo> resolve(String text);
}
