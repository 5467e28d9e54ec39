package org.weighhouse.catalog.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.Secret;

/** A channel account as it is stored: its secrets sealed, one by one. */
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

    /** Grows with each account of a workspace and channel: tells which is older. */
    @Column(name = "ordinal")
    private long ordinal;

    @Column(name = "name")
    private String name;

    @Column(name = "base_url")
    private String baseUrl;

    /** True or {@code null}, never false: the database then sees to it that there is one standard account at most. */
    @Column(name = "standard")
    private Boolean standard;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "catalog_account_setting", joinColumns = @JoinColumn(name = "account"))
    @MapKeyColumn(name = "field")
    @Column(name = "content")
    private Map<String, String> settings = new HashMap<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "catalog_account_secret", joinColumns = @JoinColumn(name = "account"))
    @MapKeyColumn(name = "field")
    @Column(name = "sealed")
    private Map<String, String> secrets = new HashMap<>();

    protected ChannelAccountRow() {}

    ChannelAccountRow(ChannelAccount account, long ordinal, SecretBox box) {
        id = account.id();
        workspace = account.workspace().value();
        channel = account.channel();
        this.ordinal = ordinal;
        setStandard(account.standard());
        set(account, box);
    }

    /** Takes over what can be changed of an account, but for its being the standard one. */
    final void set(ChannelAccount account, SecretBox box) {
        name = account.name();
        baseUrl = account.baseUrl().toString();
        settings.clear();
        settings.putAll(account.settings());
        secrets.clear();
        account.secrets().forEach((field, secret) -> secrets.put(field, box.seal(secret, context(field))));
    }

    final void setStandard(boolean is) {
        standard = is ? Boolean.TRUE : null;
    }

    long ordinal() {
        return ordinal;
    }

    /** @throws IllegalStateException if a secret does not open */
    ChannelAccount toAccount(SecretBox box) {
        Map<String, Secret> open = new HashMap<>();
        secrets.forEach((field, text) -> open.put(field, box.open(text, context(field))));
        return new ChannelAccount(
                id, new WorkspaceId(workspace), channel, name, URI.create(baseUrl), settings, open, standard != null);
    }

    /** Binds a sealed text to its place: moved to another account, workspace or field it does not open. */
    private String context(String field) {
        return id + '\n' + workspace + '\n' + field;
    }
}
