package org.weighhouse.gateway.internal.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.kit.UnaskedKeys;

/** Keys in a map. */
public final class FakeKeys implements UnaskedKeys {

    private final Map<String, KeyInfo> keys = new ConcurrentHashMap<>();
    private final List<String> uses = new CopyOnWriteArrayList<>();

    public void put(String text, String id, WorkspaceId workspace, Attribution defaults) {
        keys.put(
                text,
                new KeyInfo(
                        id,
                        workspace,
                        "last",
                        KeyTerms.of(id).withDefaults(defaults),
                        Instant.EPOCH,
                        Optional.empty()));
    }

    public void put(String text, String id, WorkspaceId workspace, KeyTerms terms) {
        keys.put(text, new KeyInfo(id, workspace, "last", terms, Instant.EPOCH, Optional.empty()));
    }

    /** Ids of keys in the order in which they were used. */
    public List<String> uses() {
        return List.copyOf(uses);
    }

    @Override
    public void used(String id) {
        uses.add(id);
    }

    @Override
    public boolean revoke(String id) {
        return keys.values().removeIf(key -> key.id().equals(id));
    }

    @Override
    public List<KeyInfo> list(WorkspaceId workspace) {
        return List.copyOf(keys.values());
    }

    @Override
    public Optional<KeyInfo> resolve(String text) {
        return Optional.ofNullable(keys.get(text));
    }
}
