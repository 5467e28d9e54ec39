package org.weighhouse.catalog.internal;

import java.time.Clock;
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
import org.weighhouse.api.catalog.Edition;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;

/** Keeps workspaces, plans and prices: written to the database first, then shown in the snapshot. */
@Component(service = Workspaces.class)
public final class WorkspaceStore implements Workspaces {

    private final CatalogDatabase database;
    private final ChangeFeed feed;
    private final Clock clock = Clock.systemUTC();

    private volatile WorkspaceSnapshot snapshot;

    @Activate
    public WorkspaceStore(@Reference CatalogDatabase database, @Reference ChangeFeed feed) {
        this.database = database;
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

    @Override
    public List<Edition<RateCard>> rateCards(WorkspaceId workspace) {
        return database.write(em -> WorkspaceTables.cards(em, workspace));
    }

    /** The card's date is kept to the millisecond. */
    @Override
    public void saveRateCard(WorkspaceId workspace, RateCard card) {
        Require.rateCard(card);
        Instant from = card.effectiveFrom().truncatedTo(ChronoUnit.MILLIS);
        RateCard stored = new RateCard(from, card.messages(), card.tokens());
        change(writer -> {
            requireKnown(workspace);
            if (snapshot.has(workspace, stored)) {
                return;
            }
            writer.write(
                    Kind.RATE_CARD,
                    Deeds.saved(workspace, stored),
                    em -> em.persist(new RateCardRow(
                            workspace, next(stored, WorkspaceTables.next(em, RateCardRow.class, workspace, from)))));
            snapshot = snapshot.with(workspace, stored);
        });
    }

    @Override
    public PriceBook priceBook(WorkspaceId workspace, Instant at) {
        return snapshot.bookAt(workspace, at);
    }

    @Override
    public List<Edition<PriceBook>> priceBooks(WorkspaceId workspace) {
        return database.write(em -> WorkspaceTables.books(em, workspace));
    }

    /** The book's date is kept to the millisecond. */
    @Override
    public void savePriceBook(WorkspaceId workspace, PriceBook book) {
        Require.priceBook(book);
        Instant from = book.effectiveFrom().truncatedTo(ChronoUnit.MILLIS);
        PriceBook stored = new PriceBook(from, book.messages(), book.models());
        change(writer -> {
            requireKnown(workspace);
            if (snapshot.has(workspace, stored)) {
                return;
            }
            writer.write(
                    Kind.PRICE_BOOK,
                    Deeds.saved(workspace, stored),
                    em -> em.persist(new PriceBookRow(
                            workspace, next(stored, WorkspaceTables.next(em, PriceBookRow.class, workspace, from)))));
            snapshot = snapshot.with(workspace, stored);
        });
    }

    private <T> Edition<T> next(T content, int number) {
        return new Edition<>(content, number, clock.instant());
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
