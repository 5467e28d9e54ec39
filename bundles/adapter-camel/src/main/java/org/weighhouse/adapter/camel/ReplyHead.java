package org.weighhouse.adapter.camel;

import java.util.Locale;
import org.weighhouse.api.channel.Headers;

/** Status and end-to-end headers of a platform's reply. */
public record ReplyHead(int status, Headers headers) {

    /** Whether it succeeded (2xx). */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public boolean isEventStream() {
        return headers.first("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("text/event-stream"))
                .orElse(false);
    }

    /** This head without the header fields of a name. */
    public ReplyHead without(String field) {
        return new ReplyHead(status, headers.without(field));
    }
}
