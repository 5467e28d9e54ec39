package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When a key or token was last used. */
@Entity
@Table(name = "catalog_key_use")
class KeyUseRow {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "last_used")
    private long lastUsed;

    protected KeyUseRow() {}

    KeyUseRow(String id, Instant lastUsed) {
        this.id = id;
        this.lastUsed = lastUsed.toEpochMilli();
    }

    String id() {
        return id;
    }

    Instant lastUsed() {
        return Instant.ofEpochMilli(lastUsed);
    }
}
