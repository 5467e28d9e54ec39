package org.weighhouse.channel.messenger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.weighhouse.adapter.camel.content.Parameters;
import org.weighhouse.adapter.meta.GraphPath;
import org.weighhouse.api.channel.ChannelRequest;

/**
 * What a call that may send asks for.
 *
 * @param action whether it only shows that somebody types or has read, or hands a conversation over
 * @param kind what it would send
 * @param to the page's own id of the person; empty if the person is named otherwise
 */
record Send(boolean action, String kind, String to) {

    private static final String TEMPLATE = "template";
    private static final String OTHER = "other";

    /** Kinds of messages: texts, what an attachment is, templates, and what an ad account sends. */
    static final Set<String> KINDS =
            Set.of("text", "image", "audio", "video", "file", TEMPLATE, "utility", "marketing", OTHER);

    /** Messages to a person, and answers to a comment, which only one person sees. */
    private static final Set<String> EDGES = Set.of("messages", "private_replies");

    private static final String AD_ACCOUNT = "act_";
    private static final Set<String> PARAMETERS =
            Set.of("recipient", "message", "sender_action", "thread_control", "method");

    /** Whether a call to a path may send. */
    static boolean mayBe(GraphPath path) {
        return EDGES.contains(path.edge());
    }

    /**
     * Empty for a call that sends nothing, whatever it says. The Graph API takes a parameter {@code method} for the HTTP
     * method, so that a GET may send too.
     */
    static Optional<Send> of(ChannelRequest request, GraphPath path)
            throws Parameters.UnreadableException, Parameters.UnsupportedTypeException {
        if (!mayBe(path)) {
            return Optional.empty();
        }
        Parameters said = Parameters.of(request, PARAMETERS);
        if (request.method().equals("GET") && !said.has("method")) {
            return Optional.empty();
        }
        boolean action = (said.has("sender_action") || said.has("thread_control")) && !said.has("message");
        String kind = path.node().startsWith(AD_ACCOUNT) ? "marketing" : kind(Value.of(said.text("message")));
        return Optional.of(
                new Send(action, kind, Value.id(Value.of(said.text("recipient")).path("id"))));
    }

    private static String kind(JsonNode message) {
        if (message.has("template")) {
            return "utility";
        }
        if (message.has("attachment") || message.has("attachments")) {
            String type = Value.id(message.path("attachment").path("type"));
            return KINDS.contains(type) ? type : OTHER;
        }
        return message.has("text") || !message.isObject() ? "text" : OTHER;
    }
}
