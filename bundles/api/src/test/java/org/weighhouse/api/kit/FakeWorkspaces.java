package org.weighhouse.api.kit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;

/** Workspaces in memory, with one rate card each. */
public final class FakeWorkspaces implements Workspaces {

    private final Map<WorkspaceId, Workspace> workspaces = new LinkedHashMap<>();
    private final Map<String, Plan> plans = new LinkedHashMap<>();
    private final Map<WorkspaceId, RateCard> cards = new LinkedHashMap<>();
    public final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Override
    public List<Workspace> all() {
        return List.copyOf(workspaces.values());
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        return Optional.ofNullable(workspaces.get(id));
    }

    @Override
    public void save(Workspace workspace) {
        saveQuietly(workspace);
        listeners.forEach(Runnable::run);
    }

    /** As seen by somebody who asks between the save and the call of the listeners. */
    public void saveQuietly(Workspace workspace) {
        workspaces.put(workspace.id(), workspace);
    }

    @Override
    public List<Plan> plans() {
        return List.copyOf(plans.values());
    }

    @Override
    public Optional<Plan> plan(String name) {
        return Optional.ofNullable(plans.get(name));
    }

    @Override
    public void savePlan(Plan plan) {
        plans.put(plan.name(), plan);
        listeners.forEach(Runnable::run);
    }

    @Override
    public RateCard rateCard(WorkspaceId workspace, Instant at) {
        RateCard card = cards.getOrDefault(workspace, RateCard.DEFAULT);
        return card.effectiveFrom().isAfter(at) ? RateCard.DEFAULT : card;
    }

    @Override
    public void saveRateCard(WorkspaceId workspace, RateCard card) {
        cards.put(workspace, card);
    }

    @Override
    public Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
