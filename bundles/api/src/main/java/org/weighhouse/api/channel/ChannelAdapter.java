package org.weighhouse.api.channel;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Joins one platform or AI provider to the meter. Register it as an OSGi service; the gateway then serves it under
 * {@code /<descriptor id>/…}. Calls come from many virtual threads at once and may block. An adapter whose platform calls
 * back is a {@link WebhookReceiver} too.
 */
@ConsumerType
public interface ChannelAdapter {

    /** Constant and quick. */
    ChannelDescriptor descriptor();

    /**
     * The Weighhouse key, from where this platform's clients put their credential. Quick; looks at nothing else. Asked
     * before the body is there, which is empty then; if path and header have no key, asked once more with the body, if that
     * is a small one.
     */
    Optional<String> presentedKey(ChannelRequest request);

    /**
     * Who calls, for requests without a key of ours: people that the adapter itself recognises. Quick; proves what the
     * request claims before it answers. Asked when {@link #presentedKey} is.
     */
    default Optional<Caller> recognise(ChannelRequest request) {
        return Optional.empty();
    }

    /**
     * Whether the reply may keep its client waiting on purpose before it begins, as a long poll does. Such a request
     * takes the place of a stream rather than one of those for ordinary requests. Quick.
     */
    default boolean mayWait(ChannelRequest request) {
        return false;
    }

    /** Weighs the request, passes it on and weighs the reply. Refusals come as responses, exceptions mean a bug. */
    ChannelResponse handle(ChannelRequest request, Caller caller);

    /** A refusal in the platform's own words, one that its clients do not retry unless it says so. */
    ChannelResponse refuse(Refusal refusal);
}
