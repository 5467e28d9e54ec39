package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ChannelAccount;

/** A channel account as it is stored: its credential sealed. */
@Entity
@Table(name = "catalog_channel_account")
class ChannelAccountRow {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "workspace")
    private String workspace;

    @Column(name = "channel")
    private String channel;

    @Column(name = "base_url")
    private String baseUrl;

    @Column(name = "credential")
    private String credential;

    protected ChannelAccountRow() {}

    ChannelAccountRow(ChannelAccount account, SecretBox box) {
        id = account.id();
        workspace = account.workspace().value();
        channel = account.channel();
        baseUrl = account.baseUrl().toString();
        credential = box.seal(account.credential(), context());
    }

    ChannelAccount toAccount(SecretBox box) {
        return new ChannelAccount(
                id, new WorkspaceId(workspace), channel, URI.create(baseUrl), box.open(credential, context()));
    }

    /** Binds the sealed text to its row: moved to another account or workspace it does not open. */
    private String context() {
        return id + '\n' + workspace;
    }
}
