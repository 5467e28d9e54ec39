package org.weighhouse.report.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.kit.UnaskedKeys;

/** One key, {@code key1}, of every workspace, called "Shop". */
final class FakeKeys implements UnaskedKeys {

    @Override
    public List<KeyInfo> list(WorkspaceId workspace) {
        return List.of(new KeyInfo("key1", workspace, "1234", KeyTerms.of("Shop"), Instant.EPOCH, Optional.empty()));
    }
}
