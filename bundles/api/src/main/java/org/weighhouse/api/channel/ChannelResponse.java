package org.weighhouse.api.channel;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What goes back to the bot.
 *
 * @param streamed whether the body comes bit by bit and may last: it is then given one of the places for streams, or
 *     {@link Body#abandon}ed if there is none
 */
public record ChannelResponse(int status, Headers headers, Body body, boolean streamed) {

    /** What is written after the head, once. */
    @FunctionalInterface
    public interface Body {

        /** Writes everything. A streaming body flushes whatever the client should see at once. */
        void writeTo(OutputStream out) throws IOException;

        /** Nobody will write it: lets go of what it holds. */
        default void abandon() {}
    }

    /** A response whose body is there. */
    public ChannelResponse(int status, Headers headers, Body body) {
        this(status, headers, body, false);
    }

    public static ChannelResponse of(int status, Headers headers, byte[] body) {
        return new ChannelResponse(status, headers, out -> out.write(body));
    }
}
