package org.weighhouse.channel.telegram.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.adapter.camel.content.Parameters;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/**
 * A bot's answer to an update that is itself a call: its parameters, and the method's name among them.
 *
 * @param type of the body
 */
record WebhookAnswer(String method, String type, byte[] body) {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookAnswer.class);
    private static final String METHOD = "method";
    private static final String TYPE = "Content-Type";

    /** Stands in the path where the key does, and is put aside for the account's token. */
    private static final String NO_KEY = "-";

    /** Empty for an answer that calls nothing, whatever else it is. */
    static Optional<WebhookAnswer> of(ChannelResponse answer) {
        if (answer.status() / 100 != 2) {
            return Optional.empty();
        }
        String type = answer.headers().first(TYPE).orElse("");
        byte[] body = bytes(answer);
        ChannelRequest parameters =
                new ChannelRequest("POST", "", "", Headers.of(TYPE, type), body, Attribution.NONE, "");
        try {
            return Optional.of(Parameters.of(parameters, Set.of(METHOD)).text(METHOD))
                    .filter(Methods::isWellFormed)
                    .map(method -> new WebhookAnswer(method, type, body));
        } catch (Parameters.UnreadableException | Parameters.UnsupportedTypeException noCall) {
            return Optional.empty();
        }
    }

    ChannelRequest request(String account) {
        return new ChannelRequest(
                "POST", Target.call(NO_KEY, method), "", Headers.of(TYPE, type), body, Attribution.NONE, account);
    }

    /** The bot is not told what came of it, so the log is. */
    void note(ChannelResponse result) {
        if (result.status() / 100 != 2) {
            LOG.warn("A bot answered an update with {}, which was refused with status {}", method, result.status());
        }
        try {
            result.body().writeTo(OutputStream.nullOutputStream());
        } catch (IOException brokenOff) {
            LOG.info("The reply to {} of a bot's answer broke off: {}", method, brokenOff.toString());
        }
    }

    private static byte[] bytes(ChannelResponse answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            answer.body().writeTo(out);
        } catch (IOException e) {
            throw new IllegalStateException("an answer in memory cannot break off", e);
        }
        return out.toByteArray();
    }

    /** Neither type nor body. */
    @Override
    public String toString() {
        return "WebhookAnswer[" + method + "]";
    }
}
