package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.Currency;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;

/** A workspace as it is stored. */
@Entity
@Table(name = "catalog_workspace")
class WorkspaceRow {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "name")
    private String name;

    @Column(name = "zone")
    private String zone;

    @Column(name = "plan")
    private String plan;

    @Column(name = "currency")
    private String currency;

    protected WorkspaceRow() {}

    WorkspaceRow(Workspace workspace) {
        id = workspace.id().value();
        name = workspace.name();
        zone = workspace.zone().getId();
        plan = workspace.plan();
        currency = workspace.currency().getCurrencyCode();
    }

    Workspace toWorkspace() {
        return new Workspace(new WorkspaceId(id), name, ZoneId.of(zone), plan, Currency.getInstance(currency));
    }
}
