package org.weighhouse.report.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;

/** Workspaces in memory. */
final class FakeWorkspaces implements Workspaces {

    private final Map<WorkspaceId, Workspace> workspaces = new LinkedHashMap<>();

    FakeWorkspaces workspace(Workspace workspace) {
        save(workspace);
        return this;
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        return Optional.ofNullable(workspaces.get(id));
    }

    @Override
    public void save(Workspace workspace) {
        workspaces.put(workspace.id(), workspace);
    }

    @Override
    public List<Workspace> all() {
        throw new UnsupportedOperationException("reports ask for one");
    }

    @Override
    public List<Plan> plans() {
        return List.of();
    }

    @Override
    public Optional<Plan> plan(String name) {
        return Optional.empty();
    }

    @Override
    public void savePlan(Plan plan) {
        throw new UnsupportedOperationException("reports change nothing");
    }

    @Override
    public RateCard rateCard(WorkspaceId workspace, Instant at) {
        return RateCard.DEFAULT;
    }

    @Override
    public void saveRateCard(WorkspaceId workspace, RateCard card) {
        throw new UnsupportedOperationException("reports change nothing");
    }

    @Override
    public Subscription subscribe(Runnable listener) {
        throw new UnsupportedOperationException("reports do not watch");
    }
}
