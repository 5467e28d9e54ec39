package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One named text the catalog keeps about itself. */
@Entity
@Table(name = "catalog_setting")
class SettingRow {

    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "content")
    private String content;

    protected SettingRow() {}

    SettingRow(String name, String content) {
        this.name = name;
        this.content = content;
    }

    String content() {
        return content;
    }
}
