package org.weighhouse.gateway.internal.events;

import org.weighhouse.api.Attribution;

/**
 * Gives equal attributions of one body as one object, which then is checked once only. Comparing costs next to nothing,
 * because the texts come from a {@link TextCache}. Belongs to one parse.
 */
final class AttributionCache {

    /** A power of two. */
    private static final int PLACES = 64;

    private static final DataField[] ATTRIBUTION = EventType.Fields.ATTRIBUTION.toArray(DataField[]::new);

    private final Attribution[] known = new Attribution[PLACES];

    /** The attribution of an event's data, checked. */
    Attribution of(DataDraft data, int index) {
        int place = place(data);
        Attribution last = known[place];
        if (last == null || !isSame(last, data)) {
            last = Readings.attribution(data, index);
            known[place] = last;
        }
        return last;
    }

    private static int place(DataDraft data) {
        int hash = 0;
        for (DataField field : ATTRIBUTION) {
            hash = 31 * hash + data.text(field).hashCode();
        }
        return (hash ^ hash >>> 16) & PLACES - 1;
    }

    private static boolean isSame(Attribution known, DataDraft data) {
        return known.channel().equals(data.text(DataField.CHANNEL))
                && known.messageKind().equals(data.text(DataField.KIND))
                && known.campaign().equals(data.text(DataField.CAMPAIGN))
                && known.automationFlow().equals(data.text(DataField.FLOW))
                && known.aiFeature().equals(data.text(DataField.FEATURE))
                && known.model().equals(data.text(DataField.MODEL))
                && known.market().equals(data.text(DataField.MARKET))
                && known.subscriber().equals(data.text(DataField.SUBSCRIBER));
    }
}
