package org.weighhouse.report.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys;

/** One key, {@code key1}, of every workspace, called "Shop". */
final class FakeKeys implements ApiKeys {

    @Override
    public List<KeyInfo> list(WorkspaceId workspace) {
        return List.of(new KeyInfo("key1", workspace, "Shop", "1234", Attribution.NONE, Instant.EPOCH));
    }

    @Override
    public NewKey create(WorkspaceId workspace, String label, Attribution defaults) {
        throw new UnsupportedOperationException("reports change nothing");
    }

    @Override
    public boolean revoke(String id) {
        throw new UnsupportedOperationException("reports change nothing");
    }

    @Override
    public Optional<KeyInfo> resolve(String text) {
        throw new UnsupportedOperationException("nobody calls a report by a key");
    }
}
