package org.weighhouse.simulator.internal.history;

import java.util.List;
import java.util.Map;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.UsageEvent;

/**
 * Which channel accounts the history went over. Their ids are the catalog's and differ from one installation to the next,
 * so the history itself does without them.
 *
 * @param ids by channel; a guest always writes to the same one of them. A channel without accounts is left as it is
 */
public record HistoryAccounts(Map<String, List<String>> ids) {

    public static final HistoryAccounts NONE = new HistoryAccounts(Map.of());

    public HistoryAccounts {
        ids = Map.copyOf(ids);
    }

    UsageEvent attribute(UsageEvent event) {
        Attribution attribution = event.attribution();
        List<String> accounts = ids.getOrDefault(attribution.channel(), List.of());
        if (accounts.isEmpty() || !(event.reading() instanceof Reading.Messages)) {
            return event;
        }
        int guest = attribution.subscriber().hashCode();
        return UsageEvent.of(
                event.source(),
                event.id(),
                event.time(),
                attribution.with(Dimension.ACCOUNT, accounts.get(Math.floorMod(guest, accounts.size()))),
                event.reading());
    }
}
