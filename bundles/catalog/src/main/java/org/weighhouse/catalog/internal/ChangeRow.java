package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.weighhouse.api.catalog.CatalogChange;

/** A change of the catalog as it is stored. */
@Entity
@Table(name = "catalog_change")
class ChangeRow {

    @Id
    @Column(name = "version")
    private long version;

    @Column(name = "kind")
    private String kind;

    @Column(name = "subject")
    private String subject;

    protected ChangeRow() {}

    ChangeRow(CatalogChange change) {
        version = change.version();
        kind = change.kind().name();
        subject = change.subject();
    }

    CatalogChange toChange() {
        return new CatalogChange(version, CatalogChange.Kind.valueOf(kind), subject);
    }
}
