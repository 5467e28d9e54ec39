package org.weighhouse.catalog.internal;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;

/** Keeps workspaces, plans and rate cards: written to the database first, then shown in the snapshot. */
@Component(service = Workspaces.class)
public final class WorkspaceStore implements Workspaces {

    private static final String STARTED = "plans-created";

    private final CatalogDatabase database;
    private final Listeners listeners = new Listeners();
    /** Held over a write and its snapshot, so that snapshots come in the order of the commits. */
    private final ReentrantLock writing = new ReentrantLock();

    private volatile WorkspaceSnapshot snapshot;

    @Activate
    public WorkspaceStore(@Reference CatalogDatabase database) {
        this.database = database;
        snapshot = database.write(em -> {
            createPlansOnce(em);
            return load(em);
        });
    }

    @Override
    public List<Workspace> all() {
        return List.copyOf(snapshot.workspaces().values());
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        return Optional.ofNullable(snapshot.workspaces().get(id));
    }

    @Override
    public void save(Workspace workspace) {
        Require.workspace(workspace);
        change(() -> {
            if (!snapshot.plans().containsKey(workspace.plan())) {
                throw new IllegalArgumentException("there is no plan " + workspace.plan() + "; there are "
                        + String.join(", ", snapshot.plans().keySet()));
            }
            database.run(em -> em.merge(new WorkspaceRow(workspace)));
            snapshot = snapshot.with(workspace);
        });
    }

    @Override
    public List<Plan> plans() {
        return List.copyOf(snapshot.plans().values());
    }

    @Override
    public Optional<Plan> plan(String name) {
        return Optional.ofNullable(snapshot.plans().get(name));
    }

    @Override
    public void savePlan(Plan plan) {
        Require.plan(plan);
        change(() -> {
            database.run(em -> savePlan(em, plan));
            snapshot = snapshot.with(plan);
        });
    }

    @Override
    public RateCard rateCard(WorkspaceId workspace, Instant at) {
        return snapshot.cardAt(workspace, at);
    }

    /** The card's date is kept to the millisecond. */
    @Override
    public void saveRateCard(WorkspaceId workspace, RateCard card) {
        Require.rateCard(card);
        RateCard stored =
                new RateCard(card.effectiveFrom().truncatedTo(ChronoUnit.MILLIS), card.messages(), card.tokens());
        change(() -> {
            if (!snapshot.workspaces().containsKey(workspace)) {
                throw new IllegalArgumentException("there is no workspace " + workspace);
            }
            database.run(em -> saveCard(em, workspace, stored));
            snapshot = snapshot.with(workspace, stored);
        });
    }

    @Override
    public Subscription subscribe(Runnable listener) {
        return listeners.add(listener);
    }

    private void change(Runnable write) {
        writing.lock();
        try {
            write.run();
        } finally {
            writing.unlock();
        }
        listeners.tell();
    }

    private static void createPlansOnce(EntityManager em) {
        if (em.find(SettingRow.class, STARTED) == null) {
            BuiltInPlans.ALL.forEach(plan -> savePlan(em, plan));
            em.persist(new SettingRow(STARTED, "true"));
        }
    }

    private static void savePlan(EntityManager em, Plan plan) {
        PlanRow row = em.find(PlanRow.class, plan.name());
        if (row == null) {
            em.persist(new PlanRow(plan));
        } else {
            row.setAllowances(plan);
        }
    }

    private static void saveCard(EntityManager em, WorkspaceId workspace, RateCard card) {
        em.createQuery(
                        "select c from RateCardRow c where c.workspace = :workspace and c.effectiveFrom = :from",
                        RateCardRow.class)
                .setParameter("workspace", workspace.value())
                .setParameter("from", card.effectiveFrom().toEpochMilli())
                .getResultStream()
                .findFirst()
                .ifPresentOrElse(
                        row -> row.setRates(card),
                        () -> em.persist(new RateCardRow(UUID.randomUUID().toString(), workspace, card)));
    }

    private static WorkspaceSnapshot load(EntityManager em) {
        em.flush();
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
        return loaded;
    }
}
