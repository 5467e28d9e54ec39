package org.weighhouse.adapter.camel.internal;

import java.net.URI;
import java.util.Optional;
import org.weighhouse.adapter.camel.Call;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.meter.Hold;

/** One call on its way through the route. Lives on one thread until its reply streams, then on the reply's. */
public final class Passage {

    private final ChannelRequest request;
    private final Caller caller;
    private final InFlight.Ticket ticket;

    private Optional<Weighed> weighed = Optional.empty();
    private Optional<Outgoing> outgoing = Optional.empty();
    private Headers replyHeaders = Headers.NONE;
    private Optional<ChannelResponse> answer = Optional.empty();
    private boolean streaming;

    /**
     * A metered call and the credits held for it.
     *
     * @param account id of the account it goes over
     */
    record Weighed(Call.Metered call, String account, Hold hold) {}

    /**
     * What goes out.
     *
     * @param target path and query as they are to stand in the request line
     */
    record Outgoing(URI server, String target, Headers headers) {
        /** Neither target nor headers: they hold the credential. */
        @Override
        public String toString() {
            return "Outgoing[" + server + "]";
        }
    }

    public Passage(ChannelRequest request, Caller caller, InFlight.Ticket ticket) {
        this.request = request;
        this.caller = caller;
        this.ticket = ticket;
    }

    ChannelRequest request() {
        return request;
    }

    Caller caller() {
        return caller;
    }

    InFlight.Ticket ticket() {
        return ticket;
    }

    void weighed(Weighed value) {
        weighed = Optional.of(value);
    }

    Optional<Weighed> weighed() {
        return weighed;
    }

    void outgoing(Outgoing value) {
        outgoing = Optional.of(value);
    }

    Outgoing outgoing() {
        return outgoing.orElseThrow(() -> new IllegalStateException("nothing goes out"));
    }

    void replyHeaders(Headers headers) {
        replyHeaders = headers;
    }

    Headers replyHeaders() {
        return replyHeaders;
    }

    void answer(ChannelResponse response) {
        answer = Optional.of(response);
    }

    /** An answer whose body streams: the call is under way until the body is written. */
    void streamingAnswer(ChannelResponse response) {
        streaming = true;
        answer(response);
    }

    Optional<ChannelResponse> answer() {
        return answer;
    }

    public void leaveUnlessStreaming() {
        if (!streaming) {
            ticket.leave();
        }
    }
}
