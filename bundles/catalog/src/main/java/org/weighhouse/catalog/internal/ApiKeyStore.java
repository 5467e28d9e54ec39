package org.weighhouse.catalog.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.CatalogChange.Kind;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Workspaces;

/** Makes keys and knows them again by their hash. */
@Component(service = ApiKeys.class)
public final class ApiKeyStore implements ApiKeys {

    private final ChangeFeed feed;
    private final Workspaces workspaces;
    private final Clock clock;
    private final KeyUse use;

    /**
     * By the hashes of all texts that are good, or were a moment ago. Never changed in place. Looking a hash up tells
     * nothing about the keys by the time it takes.
     */
    private volatile Map<KeyHash, StoredKey> keys;

    @Activate
    public ApiKeyStore(
            @Reference CatalogDatabase database, @Reference ChangeFeed feed, @Reference Workspaces workspaces) {
        this(database, feed, workspaces, Clock.systemUTC());
    }

    ApiKeyStore(CatalogDatabase database, ChangeFeed feed, Workspaces workspaces, Clock clock) {
        this.feed = feed;
        this.workspaces = workspaces;
        this.clock = clock;
        this.use = new KeyUse(database, clock);
        Map<KeyHash, StoredKey> loaded = new HashMap<>();
        database.write(em -> CatalogDatabase.all(em, ApiKeyRow.class)).forEach(row -> put(loaded, row.toKey()));
        keys = Map.copyOf(loaded);
    }

    @Deactivate
    void close() {
        use.close();
    }

    /** @throws IllegalArgumentException also if the label is not of its form, or the defaults name an account or a key */
    @Override
    public NewKey create(WorkspaceId workspace, KeyTerms terms) {
        require(workspace, terms);
        return feed.change(writer -> create(writer, Credential.newId(), workspace, terms));
    }

    /** The key's id follows from workspace and request, so that the table itself knows what was made before. */
    @Override
    public NamedKey create(WorkspaceId workspace, KeyTerms terms, String request) {
        require(workspace, terms);
        Require.text("the name of a request", request, Require.MAX_NAME);
        String id = Credential.idOf(workspace.value() + " " + request);
        return feed.change(writer -> find(id).map(before -> new NamedKey(before.info(), Optional.empty()))
                .orElseGet(() -> {
                    NewKey made = create(writer, id, workspace, terms);
                    return new NamedKey(made.info(), Optional.of(made.text()));
                }));
    }

    private void require(WorkspaceId workspace, KeyTerms terms) {
        Require.text("the label of a key", terms.label(), Require.MAX_NAME);
        Require.defaults(terms.defaults());
        Require.ahead("a key", terms.validity(), clock.instant());
        if (workspaces.find(workspace).isEmpty()) {
            throw new IllegalArgumentException("there is no workspace " + workspace);
        }
    }

    private NewKey create(ChangeFeed.Writer writer, String id, WorkspaceId workspace, KeyTerms terms) {
        String text = Credential.newText(PREFIX);
        KeyInfo info = new KeyInfo(id, workspace, Credential.hint(text), terms, now(), Optional.empty());
        Deed deed = Deeds.key(Action.KEY_CREATED, info).saying(Deeds.terms(terms));
        return save(writer, deed, new StoredKey(info, KeyHash.of(text), Optional.empty()), text);
    }

    @Override
    public Optional<NewKey> rotate(String id, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(MAX_OVERLAP) > 0) {
            throw new IllegalArgumentException(
                    "the old text of a key is good for at most " + MAX_OVERLAP.toDays() + " days more");
        }
        Optional<Instant> until = overlap.isZero() ? Optional.empty() : Optional.of(now().plus(overlap));
        String text = Credential.newText(PREFIX);
        return feed.change(writer -> find(id).map(key -> {
            StoredKey rotated = key.rotated(KeyHash.of(text), Credential.hint(text), until);
            return save(writer, Deeds.rotated(rotated.info()), rotated, text);
        }));
    }

    @Override
    public boolean revoke(String id) {
        return feed.change(writer -> {
            Optional<StoredKey> gone = find(id);
            if (gone.isEmpty()) {
                return false;
            }
            writer.write(Kind.KEY, Deeds.key(Action.KEY_REVOKED, gone.get().info()), em -> {
                CatalogDatabase.remove(em, ApiKeyRow.class, id);
                CatalogDatabase.remove(em, KeyUseRow.class, id);
            });
            keys = Map.copyOf(without(id));
            use.forget(id);
            return true;
        });
    }

    @Override
    public List<KeyInfo> list(WorkspaceId workspace) {
        return keys.values().stream()
                .map(StoredKey::info)
                .distinct()
                .filter(info -> info.workspace().equals(workspace))
                .sorted(Comparator.comparing(KeyInfo::created).thenComparing(KeyInfo::id))
                .toList();
    }

    @Override
    public Optional<KeyInfo> resolve(String text) {
        if (!Credential.hasForm(PREFIX, text)) {
            return Optional.empty();
        }
        KeyHash presented = KeyHash.of(text);
        return Optional.ofNullable(keys.get(presented))
                .filter(key -> key.has(presented, clock.instant()))
                .map(StoredKey::info);
    }

    @Override
    public void used(String id) {
        use.used(id);
    }

    @Override
    public Optional<Instant> lastUsed(String id) {
        return use.of(id);
    }

    private NewKey save(ChangeFeed.Writer writer, Deed deed, StoredKey key, String text) {
        String id = key.info().id();
        writer.write(Kind.KEY, deed, em -> em.merge(new ApiKeyRow(key)));
        Map<KeyHash, StoredKey> changed = without(id);
        put(changed, key);
        keys = Map.copyOf(changed);
        return new NewKey(key.info(), text);
    }

    private Optional<StoredKey> find(String id) {
        return keys.values().stream().filter(key -> key.info().id().equals(id)).findFirst();
    }

    private Map<KeyHash, StoredKey> without(String id) {
        Map<KeyHash, StoredKey> others = new HashMap<>(keys);
        others.values().removeIf(key -> key.info().id().equals(id));
        return others;
    }

    private static void put(Map<KeyHash, StoredKey> keys, StoredKey key) {
        keys.put(key.hash(), key);
        key.previous().ifPresent(previous -> keys.put(previous, key));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
