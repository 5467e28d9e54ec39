package org.weighhouse.adapter.camel.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.api.channel.UpstreamAddresses;

/** What a route does before and after its way to a bot, with what the bot's platform called back with. */
public final class CallbackSteps {

    /** Longest answer of a bot, in bytes; a longer one is none. Platforms look at the status, and at a method to call. */
    public static final int MAX_ANSWER_BYTES = 1024 * 1024;

    private final Platform platform;
    private final UpstreamAddresses addresses;
    private final PassThroughSettings settings;
    private final Upstreams upstreams;
    private final Connections connections = new Connections();

    CallbackSteps(Platform platform, PassThroughSettings settings, UpstreamAddresses addresses) {
        this.platform = platform;
        this.settings = settings;
        this.addresses = addresses;
        this.upstreams = new Upstreams(settings);
    }

    /** Puts the call on its way to the address that stands in the place of its path. */
    void address(Exchange exchange) {
        Passage passage = RouteSteps.passage(exchange);
        URI bot = URI.create(passage.request().path());
        addresses
                .refusal(bot)
                .map(why -> Refusal.of(Refusal.Reason.NOT_CONNECTED, "The bot's webhook was not called: " + why + "."))
                .or(() -> address(exchange, passage, bot))
                .ifPresent(refusal -> passage.answer(platform.refuse(refusal)));
    }

    private Optional<Refusal> address(Exchange exchange, Passage passage, URI bot) {
        ChannelRequest request = passage.request();
        URI server = URI.create(bot.getScheme() + "://" + bot.getRawAuthority());
        passage.outgoing(new Passage.Outgoing(
                server, target(bot, request.query()), Fields.forMeteredUpstream(request.headers())));
        String endpoint = upstreams.endpoint(server, false);
        exchange.setProperty(RouteSteps.ENDPOINT, endpoint);
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, request.method());
        exchange.getMessage().setBody(request.body());
        return connections.take(
                endpoint, upstreams.most(false), passage.caller().sharer(), passage.ticket());
    }

    /** The bot's own query goes before the platform's. */
    private static String target(URI bot, String query) {
        String path = bot.getRawPath().isEmpty() ? "/" : bot.getRawPath();
        String both = Stream.of(Optional.ofNullable(bot.getRawQuery()).orElse(""), query)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return both.isEmpty() ? path : path + "?" + both;
    }

    void answer(Exchange exchange) throws IOException {
        Passage passage = RouteSteps.passage(exchange);
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
            byte[] answer = body == null
                    ? new byte[0]
                    : new BoundedInput(body, Long.MAX_VALUE, settings.silenceTimeout())
                            .readNBytes(MAX_ANSWER_BYTES + 1);
            passage.answer(
                    answer.length <= MAX_ANSWER_BYTES
                            ? ChannelResponse.of(status, passage.replyHeaders(), answer)
                            : platform.refuse(Refusal.of(
                                    Refusal.Reason.UPSTREAM_FAILED, "The bot's answer is larger than is read here.")));
        }
    }

    void fail(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        RouteSteps.passage(exchange).answer(platform.refuse(UpstreamFailure.refusal(cause)));
    }
}
