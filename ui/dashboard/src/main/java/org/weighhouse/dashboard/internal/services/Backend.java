package org.weighhouse.dashboard.internal.services;

import java.util.List;
import java.util.Optional;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.channel.Gateway;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.share.ShareWatch;
import org.weighhouse.api.tls.ServerCertificate;
import org.weighhouse.dashboard.internal.data.Doors;
import org.weighhouse.dashboard.internal.data.Names;

/** The services that every view needs, all of them present. Not kept: asked for anew each time something is read. */
public record Backend(
        UsageQueries queries,
        Workspaces workspaces,
        Channels channels,
        ChannelAccounts accounts,
        Optional<Ledger> ledger,
        Optional<ApiKeys> keys,
        Optional<ShareWatch> shares,
        Optional<Gateway> gateway,
        Optional<ServerCertificate> certificate) {

    /** Whether entries of a workspace are taken. */
    public LedgerHealth ledgerHealth(Workspace workspace) {
        return ledger.map(each -> each.health(workspace.id()))
                .orElseGet(() -> new LedgerHealth(false, "The ledger is not running."));
    }

    /** How the server is reached. */
    public Doors doors() {
        return new Doors(
                gateway.map(Gateway::problem).orElseGet(() -> Optional.of("The gateway is not running.")),
                certificate.flatMap(ServerCertificate::problem));
    }

    /** What a workspace was refused of late because it came too fast or had its share. */
    public List<ShareWatch.Episode> refused(Workspace workspace) {
        return shares.map(each -> each.episodes(workspace.id())).orElse(List.of());
    }

    /** What a workspace calls its accounts and keys, and how channels are called. */
    public Names names(Workspace workspace) {
        return new Names(
                channels,
                accounts.list(workspace.id()),
                keys.map(each -> each.list(workspace.id())).orElse(List.of()));
    }
}
