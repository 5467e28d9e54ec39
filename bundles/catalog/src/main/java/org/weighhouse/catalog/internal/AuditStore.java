package org.weighhouse.catalog.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.audit.AuditCheck;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.AuditQuery;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.audit.Deed;

/** Keeps the trail beside the catalog, so that a change and its line are one transaction. */
@Component(service = AuditTrail.class)
public final class AuditStore implements AuditTrail {

    private final CatalogDatabase database;
    private final AuditBacklog soon;

    @Activate
    public AuditStore(@Reference CatalogDatabase database) {
        this(database, InstantSource.system());
    }

    AuditStore(CatalogDatabase database, InstantSource clock) {
        this.database = database;
        soon = new AuditBacklog(database, clock);
    }

    @Deactivate
    void close() {
        soon.close();
    }

    @Override
    public void note(Actor actor, Deed deed) {
        AuditLog.tell(database.write(em -> AuditTables.add(em, actor, deed)));
    }

    @Override
    public void noteSoon(Actor actor, Deed deed) {
        soon.add(actor, deed);
    }

    @Override
    public void noteOften(Actor actor, Deed deed) {
        soon.sumUp(actor, deed);
    }

    @Override
    public List<AuditEntry> find(AuditQuery query) {
        if (query.workspaces().filter(Set::isEmpty).isPresent()) {
            return List.of();
        }
        return database.write(em -> AuditTables.find(em, query));
    }

    @Override
    public AuditCheck check() {
        return AuditChain.check(database);
    }
}
