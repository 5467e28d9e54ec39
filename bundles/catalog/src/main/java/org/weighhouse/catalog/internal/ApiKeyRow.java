package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys.KeyInfo;

/** A key as it is stored: its hash, never its text. */
@Entity
@Table(name = "catalog_api_key")
class ApiKeyRow {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "workspace")
    private String workspace;

    @Column(name = "label")
    private String label;

    @Column(name = "hash")
    private String hash;

    @Column(name = "hint")
    private String hint;

    @Embedded
    private AttributionColumns defaults;

    @Column(name = "created")
    private long created;

    protected ApiKeyRow() {}

    ApiKeyRow(KeyInfo info, KeyHash hash) {
        id = info.id();
        workspace = info.workspace().value();
        label = info.label();
        this.hash = hash.hex();
        hint = info.hint();
        defaults = new AttributionColumns(info.defaults());
        created = info.created().toEpochMilli();
    }

    KeyHash hash() {
        return new KeyHash(hash);
    }

    KeyInfo toInfo() {
        return new KeyInfo(
                id, new WorkspaceId(workspace), label, hint, defaults.toAttribution(), Instant.ofEpochMilli(created));
    }
}
