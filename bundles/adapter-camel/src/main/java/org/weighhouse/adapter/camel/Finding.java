package org.weighhouse.adapter.camel;

import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;

/** What a reply says of what happened. */
public sealed interface Finding {

    /**
     * It happened. It is counted under an id of ours, whatever the platform calls it.
     *
     * @param reference what the platform calls it, by which webhooks and people find it again; {@link Reference#NONE} if
     *     it has no name
     * @param attribution its account is filled in by the route
     */
    record Used(Reference reference, Attribution attribution, Reading reading) implements Finding {}

    /** The platform did nothing, whatever its HTTP status. */
    record Unused() implements Finding {}

    /** The reply cannot be read though the platform accepted the request: the estimate counts. */
    record Unread() implements Finding {}
}
