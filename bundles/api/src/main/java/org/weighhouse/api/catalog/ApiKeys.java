package org.weighhouse.api.catalog;

import java.time.Duration;
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

    /** Longest time for which the old text of a key is good beside the new one. */
    Duration MAX_OVERLAP = Duration.ofDays(90);

    /**
     * @param id public, for lists and revoking; stays when the key is rotated
     * @param hint the key's last four characters
     * @param overlap until when the text before this one is good as well; empty if there is none that is
     */
    record KeyInfo(
            String id, WorkspaceId workspace, String hint, KeyTerms terms, Instant created, Optional<Instant> overlap) {

        public String label() {
            return terms.label();
        }

        public Attribution defaults() {
            return terms.defaults();
        }
    }

    /** A new key and its text, which cannot be had again. */
    record NewKey(KeyInfo info, String text) {
        @Override
        public String toString() {
            return "NewKey[" + info + "]";
        }
    }

    /**
     * What came of asking for a key by a name of the asker's own.
     *
     * @param key as it is now, which may have been rotated since it was made
     * @param text its text, if it was made just now
     */
    record NamedKey(KeyInfo key, Optional<String> text) {
        @Override
        public String toString() {
            return "NamedKey[" + key + "]";
        }
    }

    /** @throws IllegalArgumentException if the workspace is unknown, or the terms are malformed or expired */
    NewKey create(WorkspaceId workspace, KeyTerms terms);

    /**
     * Makes a key, unless one was made in the workspace by the same request before: for askers who lost the answer and ask again.
     *
     * @param request the asker's name for the request, such as a random id; 1 to 128 characters
     * @throws IllegalArgumentException as for {@link #create(WorkspaceId, KeyTerms)}
     */
    NamedKey create(WorkspaceId workspace, KeyTerms terms, String request);

    /**
     * Gives a key a new text. Its id and terms stay, and so does what was counted under it.
     *
     * @param overlap for how long the old text is good as well, at most {@link #MAX_OVERLAP}; a still older one is not
     * @return empty if there is no such key
     * @throws IllegalArgumentException if the overlap is negative or longer
     */
    Optional<NewKey> rotate(String id, Duration overlap);

    /** @return whether there was such a key */
    boolean revoke(String id);

    /** A workspace's keys, oldest first. */
    List<KeyInfo> list(WorkspaceId workspace);

    /**
     * The key that a caller presented; answered from memory, in constant time for keys of a length. It may have expired,
     * or be for something or somewhere else: that is for the asker to see in its terms.
     */
    Optional<KeyInfo> resolve(String text);

    /** A key was used. Quick. */
    void used(String id);

    /** When a key was last used, to about a minute; empty if never. */
    Optional<Instant> lastUsed(String id);
}
