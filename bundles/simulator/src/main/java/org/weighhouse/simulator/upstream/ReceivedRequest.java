package org.weighhouse.simulator.upstream;

import org.weighhouse.api.channel.Headers;

/**
 * What a stand-in received, byte for byte.
 *
 * @param target path and query exactly as they stood in the request line
 * @param headers in their order, repeats kept
 * @param body what the body held once a chunked transfer was put together; not to be changed
 */
public record ReceivedRequest(String method, String target, Headers headers, byte[] body) {

    /** The target up to its question mark. */
    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** What follows the question mark; empty if there is none. */
    public String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }

    /** Neither target, headers nor body: any of them may hold a credential. */
    @Override
    public String toString() {
        return "ReceivedRequest[" + method + ", " + body.length + " bytes]";
    }
}
