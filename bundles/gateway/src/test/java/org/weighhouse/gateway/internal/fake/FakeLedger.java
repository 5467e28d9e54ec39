package org.weighhouse.gateway.internal.fake;

import java.util.List;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.kit.UnaskedLedger;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.ShardHealth;

/** Only health, of two shards. */
public final class FakeLedger implements UnaskedLedger {

    private volatile LedgerHealth second = LedgerHealth.UP;

    /** How the second shard is from now on; the first one is always up. */
    public void health(LedgerHealth now) {
        second = now;
    }

    @Override
    public List<ShardHealth> shards() {
        return List.of(new ShardHealth(0, LedgerHealth.UP), new ShardHealth(1, second));
    }

    @Override
    public LedgerHealth health(WorkspaceId workspace) {
        return LedgerHealth.UP;
    }
}
