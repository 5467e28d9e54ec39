package org.weighhouse.catalog.internal;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Edition;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;

/** How plans, rate cards and price books are kept, and all of it is read at the start. */
final class WorkspaceTables {

    private static final String STARTED = "plans-created";

    private WorkspaceTables() {}

    static boolean hasPlans(EntityManager em) {
        return em.find(SettingRow.class, STARTED) != null;
    }

    static void createPlans(EntityManager em) {
        BuiltInPlans.ALL.forEach(plan -> save(em, plan));
        em.persist(new SettingRow(STARTED, "true"));
    }

    static void save(EntityManager em, Plan plan) {
        PlanRow row = em.find(PlanRow.class, plan.name());
        if (row == null) {
            em.persist(new PlanRow(plan));
        } else {
            row.setAllowances(plan);
        }
    }

    static List<Edition<RateCard>> cards(EntityManager em, WorkspaceId workspace) {
        return editions(em, RateCardRow.class, workspace);
    }

    static List<Edition<PriceBook>> books(EntityManager em, WorkspaceId workspace) {
        return editions(em, PriceBookRow.class, workspace);
    }

    private static <T> List<Edition<T>> editions(
            EntityManager em, Class<? extends EditionRow<T>> row, WorkspaceId workspace) {
        return em.createQuery(
                        "select r from " + row.getSimpleName()
                                + " r where r.workspace = :workspace order by r.effectiveFrom, r.number",
                        row)
                .setParameter("workspace", workspace.value())
                .getResultStream()
                .<Edition<T>>map(EditionRow::toEdition)
                .toList();
    }

    /** The number of the next edition of a date. */
    static int next(EntityManager em, Class<? extends EditionRow<?>> row, WorkspaceId workspace, Instant from) {
        return 1
                + em.createQuery(
                                "select coalesce(max(r.number), 0) from " + row.getSimpleName()
                                        + " r where r.workspace = :workspace and r.effectiveFrom = :from",
                                Integer.class)
                        .setParameter("workspace", workspace.value())
                        .setParameter("from", from.toEpochMilli())
                        .getSingleResult();
    }

    /** All of a kind, so that the last edition of a date comes last. */
    private static <T> List<T> inOrder(EntityManager em, Class<T> row) {
        return em.createQuery("select r from " + row.getSimpleName() + " r order by r.number", row)
                .getResultList();
    }

    static WorkspaceSnapshot load(EntityManager em) {
        WorkspaceSnapshot loaded = WorkspaceSnapshot.EMPTY;
        for (PlanRow row : CatalogDatabase.all(em, PlanRow.class)) {
            loaded = loaded.with(row.toPlan());
        }
        for (WorkspaceRow row : CatalogDatabase.all(em, WorkspaceRow.class)) {
            loaded = loaded.with(row.toWorkspace());
        }
        for (RateCardRow row : inOrder(em, RateCardRow.class)) {
            loaded = loaded.with(row.workspace(), row.content());
        }
        for (PriceBookRow row : inOrder(em, PriceBookRow.class)) {
            loaded = loaded.with(row.workspace(), row.content());
        }
        return loaded;
    }
}
