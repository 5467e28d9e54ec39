package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.weighhouse.api.access.AccessTokens.TokenInfo;
import org.weighhouse.api.catalog.Validity;

/** A token as it is stored: its hash, never its text. */
@Entity
@Table(name = "catalog_token")
class TokenRow {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "user_name")
    private String user;

    @Column(name = "label")
    private String label;

    @Column(name = "hash")
    private String hash;

    @Column(name = "hint")
    private String hint;

    @Column(name = "sources")
    private String sources;

    @Column(name = "expires")
    private Long expires;

    @Column(name = "created")
    private long created;

    protected TokenRow() {}

    TokenRow(TokenInfo token, KeyHash hash) {
        id = token.id();
        user = token.user();
        label = token.label();
        this.hash = hash.hex();
        hint = token.hint();
        sources = Networks.text(token.validity().sources());
        expires = token.validity().expires().map(Instant::toEpochMilli).orElse(null);
        created = token.created().toEpochMilli();
    }

    TokenInfo toToken() {
        Validity validity = new Validity(Optional.ofNullable(expires).map(Instant::ofEpochMilli), Networks.of(sources));
        return new TokenInfo(id, user, hint, label, validity, Instant.ofEpochMilli(created));
    }

    KeyHash hash() {
        return new KeyHash(hash);
    }
}
