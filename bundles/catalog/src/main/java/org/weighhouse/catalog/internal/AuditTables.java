package org.weighhouse.catalog.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.AuditQuery;
import org.weighhouse.api.audit.Deed;

/** How the trail is written and read. */
final class AuditTables {

    private AuditTables() {}

    /**
     * Adds a line. Whoever changes the catalog as well locks its version row first: so nobody waits for each other in a
     * circle.
     *
     * @return the line, to be told when it is committed
     */
    static AuditRow add(EntityManager em, Actor actor, Deed deed) {
        AuditHeadRow head = em.find(AuditHeadRow.class, AuditHeadRow.ID, LockModeType.PESSIMISTIC_WRITE);
        AuditRow row = new AuditRow(head.number() + 1, Instant.now(), actor, deed, head.hash());
        em.persist(row);
        head.moveTo(row);
        return row;
    }

    static AuditHeadRow head(EntityManager em) {
        return em.find(AuditHeadRow.class, AuditHeadRow.ID);
    }

    /** The lines after a number, oldest first. */
    static List<AuditRow> after(EntityManager em, long number, int limit) {
        return em.createQuery("select a from AuditRow a where a.number > :number order by a.number", AuditRow.class)
                .setParameter("number", number)
                .setMaxResults(limit)
                .getResultList();
    }

    static List<AuditEntry> find(EntityManager em, AuditQuery asked) {
        CriteriaBuilder build = em.getCriteriaBuilder();
        CriteriaQuery<AuditRow> query = build.createQuery(AuditRow.class);
        Root<AuditRow> row = query.from(AuditRow.class);
        List<Predicate> all = new ArrayList<>();
        all.add(build.lessThan(row.get("number"), asked.before()));
        asked.workspaces()
                .ifPresent(only -> all.add(row.get("workspace")
                        .in(only.stream().map(WorkspaceId::value).toList())));
        asked.actor().ifPresent(name -> all.add(build.equal(row.get("actor"), name)));
        asked.action().ifPresent(action -> all.add(build.equal(row.get("action"), action.name())));
        asked.time().ifPresent(time -> {
            all.add(build.greaterThanOrEqualTo(row.get("made"), time.from().toEpochMilli()));
            all.add(build.lessThan(row.get("made"), time.to().toEpochMilli()));
        });
        query.select(row).where(all.toArray(Predicate[]::new)).orderBy(build.desc(row.get("number")));
        return em.createQuery(query).setMaxResults(asked.limit()).getResultList().stream()
                .map(AuditRow::toEntry)
                .toList();
    }
}
