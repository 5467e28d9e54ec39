package org.weighhouse.adapter.camel;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.weighhouse.api.catalog.Secret;
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

    /** Tells whether a request costs something. Never throws for bad input: that is a {@link Call.Refused}. */
    Call classify(ChannelRequest request);

    /** The same request with the platform's own credential in the place of the Weighhouse key, nothing else changed. */
    ChannelRequest withCredential(ChannelRequest request, Secret credential);

    /** A refusal in the platform's own words, one that its clients do not retry unless it says so. */
    ChannelResponse refuse(Refusal refusal);
}
