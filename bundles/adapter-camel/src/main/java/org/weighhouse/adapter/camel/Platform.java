package org.weighhouse.adapter.camel;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.weighhouse.adapter.camel.base.CamelAdapter;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Refusal;

/**
 * What is particular to one platform or AI provider; {@link CamelAdapter} does the rest. Called from many threads at
 * once; nothing here may block or keep state of a request.
 */
@ConsumerType
public interface Platform {

    /** Constant. */
    ChannelDescriptor descriptor();

    /** The Weighhouse key, from where this platform's clients put their credential. */
    Optional<String> presentedKey(ChannelRequest request);

    /**
     * The account that the request itself names, as an address with a phone-number id does. Empty for requests that name
     * none and for those that are not understood. Asked only if the bot has named no account of ours.
     */
    default Optional<AccountSetting> account(ChannelRequest request) {
        return Optional.empty();
    }

    /** Whether the reply may keep its client waiting on purpose before it begins, as a long poll does. Quick. */
    default boolean mayWait(ChannelRequest request) {
        return false;
    }

    /**
     * Tells whether a request costs something. Never throws for bad input: that is a {@link Call.Refused}.
     *
     * @param request its attribution names the account already
     */
    Call classify(ChannelRequest request);

    /**
     * The same request with the platform's own credential in the place of the Weighhouse key, nothing else changed.
     *
     * @param account has the secrets and settings that the channel's descriptor asks for
     */
    ChannelRequest withCredential(ChannelRequest request, ChannelAccount account);

    /** A refusal in the platform's own words, one that its clients do not retry unless it says so. */
    ChannelResponse refuse(Refusal refusal);
}
