package org.weighhouse.channel.whatsapp.internal;

import java.util.Optional;
import java.util.Set;
import org.weighhouse.adapter.camel.content.Parameters;
import org.weighhouse.adapter.meta.GraphPath;
import org.weighhouse.api.channel.ChannelRequest;

/**
 * What a call that may send asks for.
 *
 * @param receipt whether it only marks something as read, or shows that somebody types
 * @param kind what it would send
 * @param toGroup whether it goes to a group and not to one person
 * @param to whom it goes to; none for a group
 */
record Send(boolean receipt, String kind, boolean toGroup, Person to) {

    private static final String MARKETING = "marketing_messages";
    private static final Set<String> EDGES = Set.of("messages", MARKETING);
    private static final Set<String> PARAMETERS =
            Set.of("status", "message_id", "to", "recipient", "recipient_type", "type", "category", "method");

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
        boolean group = said.text("recipient_type").strip().equalsIgnoreCase("group");
        return Optional.of(new Send(isReceipt(said), kind(said, path), group, group ? Person.NONE : person(said)));
    }

    /** Not if it could be a message as well. */
    private static boolean isReceipt(Parameters said) {
        return said.text("status").equals("read")
                && said.has("message_id")
                && !said.has("to")
                && !said.has("recipient")
                && !said.has("type");
    }

    private static String kind(Parameters said, GraphPath path) {
        return path.edge().equals(MARKETING)
                ? Kinds.MARKETING_LITE
                : Kinds.asked(said.text("type"), said.text("category"));
    }

    /** If a request has both, the number counts. */
    private static Person person(Parameters said) {
        Person number = Person.of(said.text("to"));
        return number.isNone() ? Person.of(said.text("recipient")) : number;
    }
}
