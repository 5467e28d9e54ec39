package org.weighhouse.gateway.internal.channel;

import java.net.InetAddress;
import java.util.Optional;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.access.AccessTokens;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.gateway.internal.key.KeyCheck;

/** Who calls a channel, as far as the door can tell. */
sealed interface Identity {

    /**
     * Somebody we know.
     *
     * @param request with what the key says of its attribution
     */
    record Known(Caller caller, ChannelRequest request) implements Identity {
        Known with(byte[] body) {
            return new Known(caller, request.withBody(body));
        }
    }

    /** Somebody who showed something that is no key of ours. */
    record Unknown() implements Identity {}

    /**
     * Somebody whose key is not good for this.
     *
     * @param key its id
     */
    record Refused(String key, Refusal refusal) implements Identity {}

    /** Somebody who showed nothing, or nothing yet. */
    record Nobody() implements Identity {}

    /** There is a key, and nobody to tell whose it is. */
    record Unchecked() implements Identity {}

    static Identity of(ChannelRequest request, ChannelAdapter adapter, KeyCheck keys, Optional<InetAddress> from) {
        Optional<String> presented = adapter.presentedKey(request);
        if (presented.isPresent()) {
            switch (keys.check(presented.get(), Optional.of(KeyScope.SEND), from)) {
                case KeyCheck.Good good -> {
                    return byKey(request, good.key());
                }
                case KeyCheck.Refused refused -> {
                    return new Refused(refused.key().id(), refused.refusal());
                }
                case KeyCheck.Unchecked unchecked -> {
                    return new Unchecked();
                }
                case KeyCheck.Unknown unknown -> {
                    // Somebody's key that was revoked does not become somebody else's visit.
                    if (isOurs(presented.get())) {
                        return new Unknown();
                    }
                }
            }
        }
        return adapter.recognise(request)
                .<Identity>map(caller -> new Known(caller, with(request, Attribution.NONE, "")))
                .orElseGet(() -> presented.isPresent() ? new Unknown() : new Nobody());
    }

    private static boolean isOurs(String presented) {
        return presented.startsWith(ApiKeys.PREFIX) || presented.startsWith(AccessTokens.PREFIX);
    }

    private static Identity byKey(ChannelRequest request, ApiKeys.KeyInfo key) {
        return new Known(new Caller.Key(key.workspace(), key.id()), with(request, key.defaults(), key.id()));
    }

    /** The key in an attribution is the door's own word, whoever else said something of it. */
    private static ChannelRequest with(ChannelRequest request, Attribution defaults, String key) {
        return request.withAttribution(request.attribution().orElse(defaults).with(Dimension.KEY, key));
    }

    /** Who it is, for the log. */
    static String name(Caller caller) {
        return switch (caller) {
            case Caller.Key key -> key.id();
            case Caller.Account account -> "account " + account.id();
            case Caller.Visitor visitor -> "visitor of " + visitor.account();
        };
    }
}
