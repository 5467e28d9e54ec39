package org.weighhouse.adapter.camel;

import org.weighhouse.api.Reading;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.Refusal;

/** What a request is, seen by the meter. */
public sealed interface Call {

    /**
     * Passes without being weighed.
     *
     * @param lasting whether its reply is expected to come bit by bit, as an event stream does; such calls have their own
     *     connections to the upstream, so that they do not take the place of quick ones
     */
    record Free(ChannelRequest request, boolean lasting) implements Call {

        /** A quick one. */
        public Free(ChannelRequest request) {
            this(request, false);
        }
    }

    /**
     * Is weighed.
     *
     * @param request as it is to be passed on, its attribution filled in from what the request says
     * @param estimate what is held until the reply is known
     * @param reader finds in the reply what really happened
     * @param lasting as for {@link Free}
     */
    record Metered(ChannelRequest request, Reading estimate, ReplyReader reader, boolean lasting) implements Call {

        /** A quick one. */
        public Metered(ChannelRequest request, Reading estimate, ReplyReader reader) {
            this(request, estimate, reader, false);
        }
    }

    /** Is not passed on. */
    record Refused(Refusal refusal) implements Call {}
}
