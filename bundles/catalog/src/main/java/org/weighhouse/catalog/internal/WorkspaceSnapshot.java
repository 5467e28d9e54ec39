package org.weighhouse.catalog.internal;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;

/**
 * Everything about workspaces at one moment. Immutable.
 *
 * @param workspaces by id, in the order of their ids
 * @param plans by name, the built-in ones first, then in the order of their names
 */
record WorkspaceSnapshot(
        Map<WorkspaceId, Workspace> workspaces,
        Map<String, Plan> plans,
        Map<WorkspaceId, Dated<RateCard>> cards,
        Map<WorkspaceId, Dated<PriceBook>> books) {

    private static final List<String> BUILT_IN =
            BuiltInPlans.ALL.stream().map(Plan::name).toList();
    private static final Comparator<String> PLAN_ORDER = Comparator.comparingInt(
                    (String name) -> BUILT_IN.contains(name) ? BUILT_IN.indexOf(name) : BUILT_IN.size())
            .thenComparing(Comparator.naturalOrder());

    static final WorkspaceSnapshot EMPTY = new WorkspaceSnapshot(Map.of(), Map.of(), Map.of(), Map.of());

    WorkspaceSnapshot with(Workspace workspace) {
        Map<WorkspaceId, Workspace> all = new TreeMap<>(Comparator.comparing(WorkspaceId::value));
        all.putAll(workspaces);
        all.put(workspace.id(), workspace);
        return new WorkspaceSnapshot(frozen(all), plans, cards, books);
    }

    WorkspaceSnapshot with(Plan plan) {
        Map<String, Plan> all = new TreeMap<>(PLAN_ORDER);
        all.putAll(plans);
        all.put(plan.name(), plan);
        return new WorkspaceSnapshot(workspaces, frozen(all), cards, books);
    }

    /** In place of a card of the same date. */
    WorkspaceSnapshot with(WorkspaceId workspace, RateCard card) {
        return new WorkspaceSnapshot(workspaces, plans, more(cards, workspace, card.effectiveFrom(), card), books);
    }

    /** In place of a book of the same date. */
    WorkspaceSnapshot with(WorkspaceId workspace, PriceBook book) {
        return new WorkspaceSnapshot(workspaces, plans, cards, more(books, workspace, book.effectiveFrom(), book));
    }

    RateCard cardAt(WorkspaceId workspace, Instant at) {
        return cards.getOrDefault(workspace, Dated.none()).at(at).orElse(RateCard.DEFAULT);
    }

    PriceBook bookAt(WorkspaceId workspace, Instant at) {
        return books.getOrDefault(workspace, Dated.none()).at(at).orElse(PriceBook.NONE);
    }

    /** Whether the last card of its date says the same. */
    boolean has(WorkspaceId workspace, RateCard card) {
        return has(cards, workspace, card.effectiveFrom(), card);
    }

    /** Whether the last book of its date says the same. */
    boolean has(WorkspaceId workspace, PriceBook book) {
        return has(books, workspace, book.effectiveFrom(), book);
    }

    private static <T> boolean has(Map<WorkspaceId, Dated<T>> all, WorkspaceId workspace, Instant from, T value) {
        return all.getOrDefault(workspace, Dated.none())
                .at(from)
                .filter(value::equals)
                .isPresent();
    }

    private static <T> Map<WorkspaceId, Dated<T>> more(
            Map<WorkspaceId, Dated<T>> before, WorkspaceId workspace, Instant from, T value) {
        Map<WorkspaceId, Dated<T>> all = new HashMap<>(before);
        all.put(workspace, before.getOrDefault(workspace, Dated.none()).with(from, value));
        return Map.copyOf(all);
    }

    private static <K, V> Map<K, V> frozen(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
