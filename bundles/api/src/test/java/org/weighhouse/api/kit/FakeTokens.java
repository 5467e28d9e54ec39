package org.weighhouse.api.kit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.weighhouse.api.access.AccessTokens;
import org.weighhouse.api.catalog.Validity;

/** Tokens in a map; takes whatever it is given. */
public final class FakeTokens implements AccessTokens {

    private final Map<String, TokenInfo> tokens = new ConcurrentHashMap<>();

    @Override
    public NewToken create(String user, String label, Validity validity) {
        String id = "t" + (tokens.size() + 1);
        String text = PREFIX + "text_of_" + id;
        TokenInfo made = new TokenInfo(id, user, "last", label, validity, Instant.EPOCH);
        tokens.put(text, made);
        return new NewToken(made, text);
    }

    @Override
    public boolean revoke(String id) {
        return tokens.values().removeIf(token -> token.id().equals(id));
    }

    @Override
    public Optional<TokenInfo> find(String id) {
        return tokens.values().stream().filter(token -> token.id().equals(id)).findFirst();
    }

    @Override
    public List<TokenInfo> list(String user) {
        return tokens.values().stream()
                .filter(token -> token.user().equals(user))
                .toList();
    }

    @Override
    public Optional<TokenInfo> resolve(String text) {
        return Optional.ofNullable(tokens.get(text));
    }

    @Override
    public void used(String id) {
        // Nobody asks.
    }

    @Override
    public Optional<Instant> lastUsed(String id) {
        return Optional.empty();
    }
}
