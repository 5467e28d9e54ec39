package org.weighhouse.adapter.meta;

import java.util.Set;
import org.weighhouse.adapter.camel.Call;
import org.weighhouse.adapter.camel.content.Parameters;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.Refusal;

/** What all calls to the Graph API have in common before it is asked what they send. */
public final class GraphCalls {

    /** Up to fifty calls in one, at the root of the API. */
    private static final String BATCH = "batch";

    private GraphCalls() {}

    /** Tells what a call is, by its parameters. */
    @FunctionalInterface
    public interface Classifier {
        Call classify() throws Parameters.UnreadableException, Parameters.UnsupportedTypeException;
    }

    /**
     * @param sends whether the path is one that something may be sent by
     * @param classifier asked for calls that can be weighed
     */
    public static Call classify(ChannelRequest request, boolean sends, Classifier classifier) {
        try {
            return Parameters.of(request, Set.of(BATCH)).has(BATCH)
                    ? refused(Refusal.Reason.MALFORMED, "Send calls one by one: a batch of them cannot be weighed.")
                    : classifier.classify();
        } catch (Parameters.UnreadableException e) {
            return refused(Refusal.Reason.MALFORMED, "The body is not what its Content-Type says.");
        } catch (Parameters.UnsupportedTypeException e) {
            // Pieces of a file may be of any type; a message may not.
            return sends
                    ? refused(Refusal.Reason.UNSUPPORTED_MEDIA_TYPE, "Use Content-Type: application/json.")
                    : new Call.Free(request);
        }
    }

    private static Call refused(Refusal.Reason reason, String detail) {
        return new Call.Refused(Refusal.of(reason, detail));
    }
}
