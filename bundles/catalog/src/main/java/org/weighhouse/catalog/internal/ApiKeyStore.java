package org.weighhouse.catalog.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.CatalogChange.Kind;
import org.weighhouse.api.catalog.Workspaces;

/** Makes keys and knows them again by their hash. */
@Component(service = ApiKeys.class)
public final class ApiKeyStore implements ApiKeys {

    /** Characters after the prefix: 190 random bits. */
    static final int RANDOM_LENGTH = 32;

    private static final int ID_LENGTH = 12;
    private static final int HINT_LENGTH = 4;

    private final ChangeFeed feed;
    private final Workspaces workspaces;
    private final Clock clock = Clock.systemUTC();

    /** Never changed in place. Looking a hash up tells nothing about the keys by the time it takes. */
    private volatile Map<KeyHash, KeyInfo> keys;

    @Activate
    public ApiKeyStore(
            @Reference CatalogDatabase database, @Reference ChangeFeed feed, @Reference Workspaces workspaces) {
        this.feed = feed;
        this.workspaces = workspaces;
        Map<KeyHash, KeyInfo> loaded = new HashMap<>();
        database.write(em -> CatalogDatabase.all(em, ApiKeyRow.class))
                .forEach(row -> loaded.put(row.hash(), row.toInfo()));
        keys = Map.copyOf(loaded);
    }

    /** @throws IllegalArgumentException also if the label is not of its form, or the defaults name an account or a key */
    @Override
    public NewKey create(WorkspaceId workspace, String label, Attribution defaults) {
        Require.text("the label of a key", label, Require.MAX_NAME);
        Require.defaults(defaults);
        if (workspaces.find(workspace).isEmpty()) {
            throw new IllegalArgumentException("there is no workspace " + workspace);
        }
        String text = PREFIX + RandomText.MIXED.next(RANDOM_LENGTH);
        KeyInfo info = new KeyInfo(
                RandomText.MIXED.next(ID_LENGTH),
                workspace,
                label,
                text.substring(text.length() - HINT_LENGTH),
                defaults,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        KeyHash hash = KeyHash.of(text);
        return feed.change(writer -> {
            writer.write(Kind.KEY, info.id(), em -> em.persist(new ApiKeyRow(info, hash)));
            Map<KeyHash, KeyInfo> more = new HashMap<>(keys);
            more.put(hash, info);
            keys = Map.copyOf(more);
            return new NewKey(info, text);
        });
    }

    @Override
    public boolean revoke(String id) {
        return feed.change(writer -> {
            if (keys.values().stream().noneMatch(info -> info.id().equals(id))) {
                return false;
            }
            writer.write(Kind.KEY, id, em -> CatalogDatabase.remove(em, ApiKeyRow.class, id));
            Map<KeyHash, KeyInfo> fewer = new HashMap<>(keys);
            fewer.values().removeIf(info -> info.id().equals(id));
            keys = Map.copyOf(fewer);
            return true;
        });
    }

    @Override
    public List<KeyInfo> list(WorkspaceId workspace) {
        return keys.values().stream()
                .filter(info -> info.workspace().equals(workspace))
                .sorted(Comparator.comparing(KeyInfo::created).thenComparing(KeyInfo::id))
                .toList();
    }

    @Override
    public Optional<KeyInfo> resolve(String text) {
        if (text.length() != PREFIX.length() + RANDOM_LENGTH || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return Optional.ofNullable(keys.get(KeyHash.of(text)));
    }
}
