package org.weighhouse.api.channel;

import org.osgi.annotation.versioning.ConsumerType;
import org.weighhouse.api.catalog.ChannelAccount;

/**
 * Takes what a platform calls back with. Register it as an OSGi service, beside or together with the
 * {@link ChannelAdapter}; the gateway then serves it under {@code /webhooks/<channel>/<account id>}, and looks after the
 * size and the number of calls. Calls come from many virtual threads at once and may block.
 */
@ConsumerType
public interface WebhookReceiver {

    /** Id of the channel; constant. */
    String channel();

    /**
     * Verifies that the call is from the platform, by the account's secrets, and takes what it says. The answer is the
     * platform's to see: it repeats calls that were not answered with success. Exceptions mean a bug.
     *
     * @param account the one in the address, of this channel
     */
    ChannelResponse receive(WebhookRequest request, ChannelAccount account);
}
