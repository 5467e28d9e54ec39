package org.weighhouse.gateway.internal.fake;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;

/** One workspace, in Vienna. */
public final class FakeWorkspaces implements Workspaces {

    private static final Workspace ACME =
            new Workspace(new WorkspaceId("acme"), "Acme", ZoneId.of("Europe/Vienna"), "free");

    @Override
    public List<Workspace> all() {
        return List.of(ACME);
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        return id.equals(ACME.id()) ? Optional.of(ACME) : Optional.empty();
    }

    @Override
    public void save(Workspace workspace) {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    @Override
    public RateCard rateCard(WorkspaceId workspace, Instant at) {
        return RateCard.DEFAULT;
    }

    @Override
    public void saveRateCard(WorkspaceId workspace, RateCard card) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription subscribe(Runnable listener) {
        return () -> {};
    }
}
