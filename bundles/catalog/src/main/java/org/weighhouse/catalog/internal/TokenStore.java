package org.weighhouse.catalog.internal;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.weighhouse.api.access.AccessTokens;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.catalog.CatalogChange.Kind;
import org.weighhouse.api.catalog.Validity;

/** Makes tokens and knows them again by their hash. */
@Component(service = AccessTokens.class)
public final class TokenStore implements AccessTokens {

    private final ChangeFeed feed;
    private final Users users;
    private final Clock clock;
    private final KeyUse use;

    /** Never changed in place. Those of a user who was removed stay until the next change, and are nobody's. */
    private volatile Map<KeyHash, Held> tokens;

    /**
     * A token in memory.
     *
     * @param owner when its user was made: somebody made anew under an old name is somebody else
     */
    private record Held(TokenInfo token, Instant owner) {}

    @Activate
    public TokenStore(@Reference CatalogDatabase database, @Reference ChangeFeed feed, @Reference Users users) {
        this(database, feed, users, Clock.systemUTC());
    }

    TokenStore(CatalogDatabase database, ChangeFeed feed, Users users, Clock clock) {
        this.feed = feed;
        this.users = users;
        this.clock = clock;
        this.use = new KeyUse(database, clock);
        Map<KeyHash, Held> loaded = new HashMap<>();
        database.write(em -> CatalogDatabase.all(em, TokenRow.class))
                .forEach(row -> loaded.put(row.hash(), held(row.toToken())));
        tokens = Map.copyOf(loaded);
    }

    @Deactivate
    void close() {
        use.close();
    }

    @Override
    public NewToken create(String user, String label, Validity validity) {
        Require.text("the label of a token", label, Require.MAX_NAME);
        Require.ahead("a token", validity, clock.instant());
        String text = Credential.newText(PREFIX);
        KeyHash hash = KeyHash.of(text);
        return feed.change(writer -> {
            if (of(user).count() >= MAX_TOKENS) {
                throw new IllegalArgumentException(
                        user + " has " + MAX_TOKENS + " tokens already, which is the most; revoke one");
            }
            TokenInfo made = new TokenInfo(Credential.newId(), user, Credential.hint(text), label, validity, now());
            Held held = held(made);
            writer.write(
                    Kind.USER,
                    List.of(user),
                    Deeds.token(Action.TOKEN_CREATED, made),
                    em -> em.persist(new TokenRow(made, hash)));
            Map<KeyHash, Held> more = without("");
            more.put(hash, held);
            tokens = Map.copyOf(more);
            return new NewToken(made, text);
        });
    }

    @Override
    public boolean revoke(String id) {
        return feed.change(writer -> {
            Optional<TokenInfo> gone = find(id);
            gone.ifPresent(token -> {
                writer.write(Kind.USER, List.of(token.user()), Deeds.token(Action.TOKEN_REVOKED, token), em -> {
                    CatalogDatabase.remove(em, TokenRow.class, id);
                    CatalogDatabase.remove(em, KeyUseRow.class, id);
                });
                tokens = Map.copyOf(without(id));
                use.forget(id);
            });
            return gone.isPresent();
        });
    }

    /** In the transaction that removes their user. */
    static void removeOf(EntityManager em, String user) {
        em.createQuery("delete from KeyUseRow u where u.id in (select t.id from TokenRow t where t.user = :user)")
                .setParameter("user", user)
                .executeUpdate();
        em.createQuery("delete from TokenRow t where t.user = :user")
                .setParameter("user", user)
                .executeUpdate();
    }

    @Override
    public Optional<TokenInfo> find(String id) {
        return alive().filter(token -> token.id().equals(id)).findFirst();
    }

    @Override
    public List<TokenInfo> list(String user) {
        return of(user).sorted(Comparator.comparing(TokenInfo::created).thenComparing(TokenInfo::id))
                .toList();
    }

    @Override
    public Optional<TokenInfo> resolve(String text) {
        return Credential.hasForm(PREFIX, text)
                ? Optional.ofNullable(tokens.get(KeyHash.of(text)))
                        .filter(this::isAlive)
                        .map(Held::token)
                : Optional.empty();
    }

    @Override
    public void used(String id) {
        use.used(id);
    }

    @Override
    public Optional<Instant> lastUsed(String id) {
        return use.of(id);
    }

    private Stream<TokenInfo> of(String user) {
        return alive().filter(token -> token.user().equals(user));
    }

    private Stream<TokenInfo> alive() {
        return tokens.values().stream().filter(this::isAlive).map(Held::token);
    }

    private boolean isAlive(Held held) {
        return users.find(held.token().user())
                .filter(user -> user.created().equals(held.owner()))
                .isPresent();
    }

    private Held held(TokenInfo token) {
        User owner = users.find(token.user())
                .orElseThrow(() -> new IllegalArgumentException("there is no user " + token.user()));
        return new Held(token, owner.created());
    }

    private Map<KeyHash, Held> without(String id) {
        Map<KeyHash, Held> others = new HashMap<>(tokens);
        others.values().removeIf(held -> held.token().id().equals(id) || !isAlive(held));
        return others;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
