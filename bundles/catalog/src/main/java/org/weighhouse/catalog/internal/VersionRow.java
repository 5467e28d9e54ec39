package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that holds the number of the last change; whoever changes the catalog locks it until the commit. */
@Entity
@Table(name = "catalog_version")
class VersionRow {

    @Id
    @Column(name = "id")
    private int id;

    @Column(name = "version")
    private long version;

    protected VersionRow() {}
}
