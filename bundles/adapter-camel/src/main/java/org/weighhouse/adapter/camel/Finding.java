package org.weighhouse.adapter.camel;

import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;

/** What a reply says of what happened. */
public sealed interface Finding {

    /**
     * It happened.
     *
     * @param eventId the platform's own id of it, so that it counts once; empty if the platform gave none
     */
    record Used(String eventId, Attribution attribution, Reading reading) implements Finding {}

    /** The platform did nothing, whatever its HTTP status. */
    record Unused() implements Finding {}

    /** The reply cannot be read though the platform accepted the request: the estimate counts. */
    record Unread() implements Finding {}
}
