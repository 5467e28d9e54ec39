package org.weighhouse.api.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.catalog.Validity;

/**
 * Tokens by which programs act for a user ({@code wht_…}): whoever presents one may do what its user may at that moment. It ends
 * with its user. Only a hash is kept: a token is shown once, when it is made. Thread-safe; reads are answered from memory.
 */
@ProviderType
public interface AccessTokens {

    /** What every token starts with. */
    String PREFIX = "wht_";

    /** Most tokens of a user. */
    int MAX_TOKENS = 100;

    /**
     * @param id public, for lists and revoking
     * @param user name of the user
     * @param hint the token's last four characters
     * @param label what people call it
     */
    record TokenInfo(String id, String user, String hint, String label, Validity validity, Instant created) {}

    /** A new token and its text, which cannot be had again. */
    record NewToken(TokenInfo info, String text) {
        @Override
        public String toString() {
            return "NewToken[" + info + "]";
        }
    }

    /**
     * @throws IllegalArgumentException if there is no such user, the user has too many, the label is malformed, or it would
     *     have expired
     */
    NewToken create(String user, String label, Validity validity);

    /** @return whether there was such a token */
    boolean revoke(String id);

    Optional<TokenInfo> find(String id);

    /** A user's tokens, oldest first. */
    List<TokenInfo> list(String user);

    /**
     * The token that a caller presented. It may have expired, or not be for use from there: that is for the asker to see in
     * its validity.
     */
    Optional<TokenInfo> resolve(String text);

    /** A token was used. Quick. */
    void used(String id);

    /** When a token was last used, to about a minute; empty if never. */
    Optional<Instant> lastUsed(String id);
}
