package org.weighhouse.dashboard.internal.services;

import java.util.Optional;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.UsageQueries;

/** The services that every view needs, all of them present. Not kept: asked for anew each time something is read. */
public record Backend(
        UsageQueries queries,
        Workspaces workspaces,
        Channels channels,
        ChannelAccounts accounts,
        Optional<Ledger> ledger,
        Optional<ApiKeys> keys) {

    public LedgerHealth ledgerHealth() {
        return ledger.map(Ledger::health).orElseGet(() -> new LedgerHealth(false, "The ledger is not running."));
    }
}
