package org.weighhouse.adapter.camel.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.adapter.camel.Callbacks;
import org.weighhouse.adapter.camel.content.JsonDocuments;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.WebhookRequest;

/**
 * Base for platforms that call back with JSON: what is in a document is read first, and counted when the document, which can
 * be forty times as large in memory, is let go.
 *
 * @param <E> what is read out of a document; small
 */
public abstract class JsonCallbacks<E> implements Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger(JsonCallbacks.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final int mostValues;

    /** @param mostValues of a document; one that has more is refused */
    protected JsonCallbacks(int mostValues) {
        this.mostValues = mostValues;
    }

    /** The answer to a call that is not the platform's, or tells nothing; empty for one that is to be read. */
    protected abstract Optional<ChannelResponse> end(WebhookRequest request, ChannelAccount account);

    /** Everything in a document that counts; what is not understood is left out. Pure. */
    protected abstract List<E> read(JsonNode document, Instant received);

    /**
     * Counts an event; the same one may come again.
     *
     * @throws IllegalArgumentException if it cannot be counted at all
     */
    protected abstract void count(E event, ChannelAccount account);

    @Override
    public final Optional<ChannelResponse> take(WebhookRequest request, ChannelAccount account) {
        return end(request, account).or(() -> switch (JsonDocuments.kind(request.body(), mostValues)) {
            case OTHER -> Optional.of(answer(400, "The body is not a JSON object."));
            case TOO_MANY_VALUES -> Optional.of(answer(413, "The body has more than " + mostValues + " values."));
            case OBJECT -> {
                count(events(request), account);
                yield Optional.empty();
            }
        });
    }

    private List<E> events(WebhookRequest request) {
        try {
            return read(MAPPER.readTree(request.body()), request.received());
        } catch (IOException e) {
            throw new IllegalStateException("what was looked through as JSON is none", e);
        }
    }

    private void count(List<E> events, ChannelAccount account) {
        for (E event : events) {
            try {
                count(event, account);
            } catch (IllegalArgumentException e) {
                LOG.warn("Something that {} called back with cannot be counted: {}", account.channel(), e.getMessage());
            }
        }
    }

    /** A text for whoever looks at what the platform was told. */
    protected static ChannelResponse answer(int status, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return ChannelResponse.of(
                status,
                Headers.of("Content-Type", "text/plain; charset=UTF-8")
                        .and("X-Content-Type-Options", "nosniff")
                        .and("Content-Length", Integer.toString(body.length)),
                body);
    }
}
