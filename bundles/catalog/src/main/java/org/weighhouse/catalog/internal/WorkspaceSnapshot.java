package org.weighhouse.catalog.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;

/**
 * Everything about workspaces at one moment. Immutable.
 *
 * @param workspaces by id, in the order of their ids
 * @param plans by name, the built-in ones first, then in the order of their names
 * @param cards the rate cards of a workspace, the latest first
 */
record WorkspaceSnapshot(
        Map<WorkspaceId, Workspace> workspaces, Map<String, Plan> plans, Map<WorkspaceId, List<RateCard>> cards) {

    private static final List<String> BUILT_IN =
            BuiltInPlans.ALL.stream().map(Plan::name).toList();
    private static final Comparator<String> PLAN_ORDER = Comparator.comparingInt(
                    (String name) -> BUILT_IN.contains(name) ? BUILT_IN.indexOf(name) : BUILT_IN.size())
            .thenComparing(Comparator.naturalOrder());

    static final WorkspaceSnapshot EMPTY = new WorkspaceSnapshot(Map.of(), Map.of(), Map.of());

    WorkspaceSnapshot with(Workspace workspace) {
        Map<WorkspaceId, Workspace> all = new TreeMap<>(Comparator.comparing(WorkspaceId::value));
        all.putAll(workspaces);
        all.put(workspace.id(), workspace);
        return new WorkspaceSnapshot(frozen(all), plans, cards);
    }

    WorkspaceSnapshot with(Plan plan) {
        Map<String, Plan> all = new TreeMap<>(PLAN_ORDER);
        all.putAll(plans);
        all.put(plan.name(), plan);
        return new WorkspaceSnapshot(workspaces, frozen(all), cards);
    }

    /** In place of a card of the same date. */
    WorkspaceSnapshot with(WorkspaceId workspace, RateCard card) {
        List<RateCard> own = new ArrayList<>(cards.getOrDefault(workspace, List.of()));
        own.removeIf(other -> other.effectiveFrom().equals(card.effectiveFrom()));
        own.add(card);
        own.sort(Comparator.comparing(RateCard::effectiveFrom).reversed());
        Map<WorkspaceId, List<RateCard>> all = new LinkedHashMap<>(cards);
        all.put(workspace, List.copyOf(own));
        return new WorkspaceSnapshot(workspaces, plans, frozen(all));
    }

    RateCard cardAt(WorkspaceId workspace, Instant at) {
        for (RateCard card : cards.getOrDefault(workspace, List.of())) {
            if (!card.effectiveFrom().isAfter(at)) {
                return card;
            }
        }
        return RateCard.DEFAULT;
    }

    private static <K, V> Map<K, V> frozen(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
