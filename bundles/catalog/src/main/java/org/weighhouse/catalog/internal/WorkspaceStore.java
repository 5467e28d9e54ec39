package org.weighhouse.catalog.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.catalog.CatalogChange.Kind;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;

/** Keeps workspaces, plans and prices: written to the database first, then shown in the snapshot. */
@Component(service = Workspaces.class)
public final class WorkspaceStore implements Workspaces {

    private final ChangeFeed feed;

    private volatile WorkspaceSnapshot snapshot;

    @Activate
    public WorkspaceStore(@Reference CatalogDatabase database, @Reference ChangeFeed feed) {
        this.feed = feed;
        if (!database.write(WorkspaceTables::hasPlans)) {
            List<String> names = BuiltInPlans.ALL.stream().map(Plan::name).toList();
            Deed deed = Deed.done(Action.PLAN_SAVED, "built-in plans").saying(String.join(", ", names));
            change(writer -> writer.write(Kind.PLAN, names, deed, WorkspaceTables::createPlans));
        }
        snapshot = database.write(WorkspaceTables::load);
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
        change(writer -> {
            if (!snapshot.plans().containsKey(workspace.plan())) {
                throw new IllegalArgumentException("there is no plan " + workspace.plan() + "; there are "
                        + String.join(", ", snapshot.plans().keySet()));
            }
            Optional<Workspace> before = find(workspace.id());
            if (before.filter(workspace::equals).isEmpty()) {
                writer.write(
                        Kind.WORKSPACE, Deeds.saved(before, workspace), em -> em.merge(new WorkspaceRow(workspace)));
                snapshot = snapshot.with(workspace);
            }
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
        change(writer -> {
            if (plan(plan.name()).filter(plan::equals).isEmpty()) {
                writer.write(Kind.PLAN, Deeds.saved(plan), em -> WorkspaceTables.save(em, plan));
                snapshot = snapshot.with(plan);
            }
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
        change(writer -> {
            requireKnown(workspace);
            writer.write(
                    Kind.RATE_CARD, Deeds.saved(workspace, stored), em -> WorkspaceTables.save(em, workspace, stored));
            snapshot = snapshot.with(workspace, stored);
        });
    }

    @Override
    public PriceBook priceBook(WorkspaceId workspace, Instant at) {
        return snapshot.bookAt(workspace, at);
    }

    /** The book's date is kept to the millisecond. */
    @Override
    public void savePriceBook(WorkspaceId workspace, PriceBook book) {
        Require.priceBook(book);
        PriceBook stored =
                new PriceBook(book.effectiveFrom().truncatedTo(ChronoUnit.MILLIS), book.messages(), book.models());
        change(writer -> {
            requireKnown(workspace);
            writer.write(
                    Kind.PRICE_BOOK, Deeds.saved(workspace, stored), em -> WorkspaceTables.save(em, workspace, stored));
            snapshot = snapshot.with(workspace, stored);
        });
    }

    private void requireKnown(WorkspaceId workspace) {
        if (!snapshot.workspaces().containsKey(workspace)) {
            throw new IllegalArgumentException("there is no workspace " + workspace);
        }
    }

    private void change(Consumer<ChangeFeed.Writer> work) {
        feed.change(writer -> {
            work.accept(writer);
            return true;
        });
    }
}
