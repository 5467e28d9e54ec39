package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that holds number and hash of the trail's last line; whoever adds one locks it until the commit. */
@Entity
@Table(name = "catalog_audit_head")
class AuditHeadRow {

    static final int ID = 1;

    @Id
    @Column(name = "id")
    private int id;

    @Column(name = "number")
    private long number;

    @Column(name = "hash")
    private String hash;

    protected AuditHeadRow() {}

    long number() {
        return number;
    }

    String hash() {
        return hash;
    }

    void moveTo(AuditRow last) {
        number = last.number();
        hash = last.hash();
    }
}
