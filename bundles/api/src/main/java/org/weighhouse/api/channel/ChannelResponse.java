package org.weighhouse.api.channel;

import java.io.IOException;
import java.io.OutputStream;

/** What goes back to the bot. */
public record ChannelResponse(int status, Headers headers, Body body) {

    /** Writes the body, once. A streaming body flushes whatever the client should see at once. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    public static ChannelResponse of(int status, Headers headers, byte[] body) {
        return new ChannelResponse(status, headers, out -> out.write(body));
    }
}
