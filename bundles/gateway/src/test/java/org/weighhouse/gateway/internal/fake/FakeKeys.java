package org.weighhouse.gateway.internal.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.kit.UnaskedKeys;

/** Keys in a map. */
public final class FakeKeys implements UnaskedKeys {

    private final Map<String, KeyInfo> keys = new ConcurrentHashMap<>();

    public void put(String text, String id, WorkspaceId workspace, Attribution defaults) {
        keys.put(text, new KeyInfo(id, workspace, id, "last", defaults, Instant.EPOCH));
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
