package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys.KeyInfo;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Validity;

/** A key as it is stored: its hash, never its text. */
@Entity
@Table(name = "catalog_api_key")
class ApiKeyRow {

    private static final String SEPARATOR = ",";

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

    @Column(name = "scopes")
    private String scopes;

    @Column(name = "sources")
    private String sources;

    @Column(name = "expires")
    private Long expires;

    @Column(name = "previous_hash")
    private String previousHash;

    @Column(name = "previous_until")
    private Long previousUntil;

    @Embedded
    private AttributionColumns defaults;

    @Column(name = "created")
    private long created;

    protected ApiKeyRow() {}

    ApiKeyRow(StoredKey key) {
        KeyInfo info = key.info();
        KeyTerms terms = info.terms();
        id = info.id();
        workspace = info.workspace().value();
        label = terms.label();
        hash = key.hash().hex();
        hint = info.hint();
        scopes = terms.scopes().stream().map(KeyScope::slug).collect(Collectors.joining(SEPARATOR));
        sources = Networks.text(terms.validity().sources());
        expires = terms.validity().expires().map(Instant::toEpochMilli).orElse(null);
        previousHash = key.previous().map(KeyHash::hex).orElse(null);
        previousUntil = info.overlap().map(Instant::toEpochMilli).orElse(null);
        defaults = new AttributionColumns(terms.defaults());
        created = info.created().toEpochMilli();
    }

    StoredKey toKey() {
        KeyTerms terms = new KeyTerms(
                label,
                Stream.of(scopes.split(SEPARATOR)).map(KeyScope::ofSlug).collect(Collectors.toSet()),
                defaults.toAttribution(),
                new Validity(Optional.ofNullable(expires).map(Instant::ofEpochMilli), Networks.of(sources)));
        Optional<Instant> overlap = Optional.ofNullable(previousUntil).map(Instant::ofEpochMilli);
        KeyInfo info = new KeyInfo(id, new WorkspaceId(workspace), hint, terms, Instant.ofEpochMilli(created), overlap);
        return new StoredKey(
                info, new KeyHash(hash), Optional.ofNullable(previousHash).map(KeyHash::new));
    }
}
