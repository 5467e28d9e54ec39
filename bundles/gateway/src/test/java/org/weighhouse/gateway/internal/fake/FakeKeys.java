package org.weighhouse.gateway.internal.fake;

import java.time.Duration;
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
    public NewKey create(WorkspaceId workspace, KeyTerms terms) {
        return make("made-" + (keys.size() + 1), workspace, terms);
    }

    @Override
    public NamedKey create(WorkspaceId workspace, KeyTerms terms, String request) {
        String id = "named-" + request;
        return keys.values().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .map(before -> new NamedKey(before, Optional.empty()))
                .orElseGet(() -> {
                    NewKey made = make(id, workspace, terms);
                    return new NamedKey(made.info(), Optional.of(made.text()));
                });
    }

    private NewKey make(String id, WorkspaceId workspace, KeyTerms terms) {
        String text = "wh_text_of_" + id;
        put(text, id, workspace, terms);
        return new NewKey(keys.get(text), text);
    }

    @Override
    public Optional<NewKey> rotate(String id, Duration overlap) {
        if (overlap.compareTo(MAX_OVERLAP) > 0) {
            throw new IllegalArgumentException("the overlap is too long");
        }
        return keys.values().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .map(key -> new NewKey(key, "wh_rotated_" + overlap));
    }

    @Override
    public boolean revoke(String id) {
        return keys.values().removeIf(key -> key.id().equals(id));
    }

    @Override
    public List<KeyInfo> list(WorkspaceId workspace) {
        return keys.values().stream()
                .filter(key -> key.workspace().equals(workspace))
                .toList();
    }

    @Override
    public Optional<KeyInfo> resolve(String text) {
        return Optional.ofNullable(keys.get(text));
    }
}
