package org.weighhouse.api.kit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.CatalogChange;
import org.weighhouse.api.catalog.CatalogFeed;
import org.weighhouse.api.catalog.Edition;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;

/** Workspaces in memory, with one rate card and price book each, and the feed of their changes. */
public final class FakeWorkspaces implements Workspaces, CatalogFeed {

    private final Map<WorkspaceId, Workspace> workspaces = new LinkedHashMap<>();
    private final Map<String, Plan> plans = new LinkedHashMap<>();
    private final Map<WorkspaceId, RateCard> cards = new LinkedHashMap<>();
    private final Map<WorkspaceId, PriceBook> books = new LinkedHashMap<>();
    private final List<CatalogChange> changes = new CopyOnWriteArrayList<>();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

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
        tell();
    }

    /** As seen by somebody who asks between the save and the call of the listeners. */
    public void saveQuietly(Workspace workspace) {
        workspaces.put(workspace.id(), workspace);
        changed(CatalogChange.Kind.WORKSPACE, workspace.id().value());
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
        changed(CatalogChange.Kind.PLAN, plan.name());
        tell();
    }

    @Override
    public RateCard rateCard(WorkspaceId workspace, Instant at) {
        RateCard card = cards.getOrDefault(workspace, RateCard.DEFAULT);
        return card.effectiveFrom().isAfter(at) ? RateCard.DEFAULT : card;
    }

    @Override
    public List<Edition<RateCard>> rateCards(WorkspaceId workspace) {
        return Stream.ofNullable(cards.get(workspace))
                .map(FakeWorkspaces::first)
                .toList();
    }

    @Override
    public void saveRateCard(WorkspaceId workspace, RateCard card) {
        cards.put(workspace, card);
    }

    @Override
    public PriceBook priceBook(WorkspaceId workspace, Instant at) {
        PriceBook book = books.getOrDefault(workspace, PriceBook.NONE);
        return book.effectiveFrom().isAfter(at) ? PriceBook.NONE : book;
    }

    @Override
    public List<Edition<PriceBook>> priceBooks(WorkspaceId workspace) {
        return Stream.ofNullable(books.get(workspace))
                .map(FakeWorkspaces::first)
                .toList();
    }

    private static <T> Edition<T> first(T content) {
        return new Edition<>(content, 1, Instant.EPOCH);
    }

    @Override
    public void savePriceBook(WorkspaceId workspace, PriceBook book) {
        books.put(workspace, book);
    }

    @Override
    public long version() {
        return changes.size();
    }

    @Override
    public List<CatalogChange> since(long version) {
        return changes.stream()
                .filter(change -> change.version() > version)
                .limit(MAX_CHANGES)
                .toList();
    }

    @Override
    public Subscription subscribe(LongConsumer listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed(CatalogChange.Kind kind, String subject) {
        changes.add(new CatalogChange(changes.size() + 1L, kind, subject));
    }

    /** Calls the listeners. */
    public void tell() {
        listeners.forEach(listener -> listener.accept(version()));
    }
}
