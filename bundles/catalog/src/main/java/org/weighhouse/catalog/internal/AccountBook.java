package org.weighhouse.catalog.internal;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ChannelAccount;

/**
 * All channel accounts at one moment. Immutable.
 *
 * @param byPlace of each workspace by channel, oldest first
 */
record AccountBook(
        Map<String, ChannelAccount> byId, Map<WorkspaceId, SortedMap<String, List<ChannelAccount>>> byPlace) {

    static final AccountBook EMPTY = new AccountBook(Map.of(), Map.of());

    List<ChannelAccount> of(WorkspaceId workspace) {
        return byPlace.getOrDefault(workspace, Collections.emptySortedMap()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    List<ChannelAccount> of(WorkspaceId workspace, String channel) {
        return byPlace.getOrDefault(workspace, Collections.emptySortedMap()).getOrDefault(channel, List.of());
    }

    /** With these in place of all accounts of a workspace and channel. */
    AccountBook with(WorkspaceId workspace, String channel, List<ChannelAccount> accounts) {
        Map<String, ChannelAccount> ids = new HashMap<>(byId);
        of(workspace, channel).forEach(account -> ids.remove(account.id()));
        accounts.forEach(account -> ids.put(account.id(), account));
        SortedMap<String, List<ChannelAccount>> channels =
                new TreeMap<>(byPlace.getOrDefault(workspace, Collections.emptySortedMap()));
        channels.put(channel, List.copyOf(accounts));
        Map<WorkspaceId, SortedMap<String, List<ChannelAccount>>> places = new HashMap<>(byPlace);
        places.put(workspace, Collections.unmodifiableSortedMap(channels));
        return new AccountBook(Map.copyOf(ids), Map.copyOf(places));
    }
}
