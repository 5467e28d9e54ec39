package org.weighhouse.adapter.camel;

import org.weighhouse.api.Reading;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.Refusal;

/** What a request is, seen by the meter. */
public sealed interface Call {

    /** Passes without being weighed. */
    record Free(ChannelRequest request) implements Call {}

    /**
     * Is weighed.
     *
     * @param request as it is to be passed on, its attribution filled in from what the request says
     * @param estimate what is held until the reply is known
     * @param reader finds in the reply what really happened
     */
    record Metered(ChannelRequest request, Reading estimate, ReplyReader reader) implements Call {}

    /** Is not passed on. */
    record Refused(Refusal refusal) implements Call {}
}
