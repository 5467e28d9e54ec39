package org.weighhouse.gateway.internal.rest;

import org.weighhouse.api.channel.Headers;
import org.weighhouse.gateway.internal.http.Json;

/** An answer of the REST API. */
public record RestReply(int status, Headers headers, byte[] body) {

    public static RestReply json(int status, Object value) {
        return new RestReply(status, Headers.of("Content-Type", "application/json"), Json.bytes(value));
    }

    /** Not for caches: it is for whoever asked, and some hold a secret. */
    RestReply unstored() {
        return new RestReply(status, headers.and("Cache-Control", "no-store"), body);
    }

    public static RestReply nothing() {
        return new RestReply(204, Headers.NONE, new byte[0]);
    }
}
