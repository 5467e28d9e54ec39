package org.weighhouse.catalog.internal;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;

/** How plans, rate cards and price books are written, and all of it is read at the start. */
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

    static void save(EntityManager em, WorkspaceId workspace, RateCard card) {
        ofDate(em, RateCardRow.class, workspace, card.effectiveFrom())
                .ifPresentOrElse(
                        row -> row.setRates(card),
                        () -> em.persist(new RateCardRow(UUID.randomUUID().toString(), workspace, card)));
    }

    static void save(EntityManager em, WorkspaceId workspace, PriceBook book) {
        ofDate(em, PriceBookRow.class, workspace, book.effectiveFrom())
                .ifPresentOrElse(
                        row -> row.setPrices(book),
                        () -> em.persist(new PriceBookRow(UUID.randomUUID().toString(), workspace, book)));
    }

    private static <T> Optional<T> ofDate(EntityManager em, Class<T> row, WorkspaceId workspace, Instant from) {
        return em.createQuery(
                        "select r from " + row.getSimpleName()
                                + " r where r.workspace = :workspace and r.effectiveFrom = :from",
                        row)
                .setParameter("workspace", workspace.value())
                .setParameter("from", from.toEpochMilli())
                .getResultStream()
                .findFirst();
    }

    static WorkspaceSnapshot load(EntityManager em) {
        WorkspaceSnapshot loaded = WorkspaceSnapshot.EMPTY;
        for (PlanRow row : CatalogDatabase.all(em, PlanRow.class)) {
            loaded = loaded.with(row.toPlan());
        }
        for (WorkspaceRow row : CatalogDatabase.all(em, WorkspaceRow.class)) {
            loaded = loaded.with(row.toWorkspace());
        }
        for (RateCardRow row : CatalogDatabase.all(em, RateCardRow.class)) {
            loaded = loaded.with(row.workspace(), row.toRateCard());
        }
        for (PriceBookRow row : CatalogDatabase.all(em, PriceBookRow.class)) {
            loaded = loaded.with(row.workspace(), row.toPriceBook());
        }
        return loaded;
    }
}
