package org.weighhouse.adapter.camel;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.WebhookRequest;

/**
 * What is particular to what one platform calls back with; {@link org.weighhouse.adapter.camel.base.CallbackAdapter} does the
 * rest. Called from many threads at once.
 */
@ConsumerType
public interface Callbacks {

    /**
     * Makes sure that a call is from the platform, and counts what it tells. The same call may come any number of times.
     *
     * @return the answer, if the call ends here: the platform makes sure of the address, or the call is not from it. Empty if
     *     it was taken and goes on to the bot
     * @throws org.weighhouse.api.ledger.LedgerUnavailableException if it cannot be counted now; the platform tries again
     */
    Optional<ChannelResponse> take(WebhookRequest request, ChannelAccount account);
}
