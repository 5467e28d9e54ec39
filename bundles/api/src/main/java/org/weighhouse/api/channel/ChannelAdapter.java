package org.weighhouse.api.channel;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Joins one platform or AI provider to the meter. Register it as an OSGi service; the gateway then serves it under
 * {@code /<descriptor id>/…}. Calls come from many virtual threads at once and may block.
 */
@ConsumerType
public interface ChannelAdapter {

    /** Constant and quick. */
    ChannelDescriptor descriptor();

    /** The Weighhouse key, from where this platform's clients put their credential. Quick; looks at nothing else. */
    Optional<String> presentedKey(ChannelRequest request);

    /** Weighs the request, passes it on and weighs the reply. Refusals come as responses, exceptions mean a bug. */
    ChannelResponse handle(ChannelRequest request, Caller caller);

    /** A refusal in the platform's own words, one that its clients do not retry unless it says so. */
    ChannelResponse refuse(Refusal refusal);
}
