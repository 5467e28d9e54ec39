package org.weighhouse.adapter.camel.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.adapter.camel.Call;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.api.channel.UpstreamAddresses;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.meter.Decision;

/** What the route does before and after its way out. */
final class RouteSteps {

    /** Exchange property with the Camel endpoint of the upstream. */
    static final String ENDPOINT = "weighhouseEndpoint";

    private static final Logger LOG = LoggerFactory.getLogger(RouteSteps.class);
    private static final String PASSAGE = "weighhousePassage";
    private static final Duration RETRY_WHEN_LEDGER_IS_BACK = Duration.ofSeconds(5);
    private static final Duration RETRY_WHEN_HOLDS_END = Duration.ofSeconds(5);
    private static final Refusal TOO_MANY_HOLDS = new Refusal(
            Refusal.Reason.TOO_MANY_REQUESTS,
            "Too many holds of this workspace are open, so nothing was sent. Settle or void some of them.",
            RETRY_WHEN_HOLDS_END);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Platform platform;
    private final AccountChoice choice;
    private final UpstreamAddresses addresses;
    private final Scale scale;
    private final Replies replies;
    private final Upstreams upstreams;
    private final Connections connections = new Connections();

    RouteSteps(
            Platform platform,
            PassThroughSettings settings,
            ChannelAccounts accounts,
            UpstreamAddresses addresses,
            Scale scale) {
        this.platform = platform;
        this.addresses = addresses;
        this.choice = new AccountChoice(platform, accounts);
        this.scale = scale;
        this.upstreams = new Upstreams(settings);
        this.replies = new Replies(platform, settings, scale);
    }

    static void put(Exchange exchange, Passage passage) {
        exchange.setProperty(PASSAGE, passage);
    }

    static Passage passage(Exchange exchange) {
        return exchange.getProperty(PASSAGE, Passage.class);
    }

    void reserve(Exchange exchange) {
        Passage passage = passage(exchange);
        Optional<Refusal> refusal = prepare(passage, exchange);
        refusal.ifPresent(reason -> passage.answer(platform.refuse(reason)));
    }

    void settle(Exchange exchange) {
        replies.settle(exchange, passage(exchange));
    }

    void fail(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Passage passage = passage(exchange);
        passage.weighed().ifPresent(weighed -> scale.voidHold(weighed.hold()));
        passage.answer(platform.refuse(UpstreamFailure.refusal(cause)));
    }

    private Optional<Refusal> prepare(Passage passage, Exchange exchange) {
        if (!METHODS.contains(passage.request().method())) {
            return Optional.of(Refusal.of(Refusal.Reason.METHOD_NOT_ALLOWED, "This HTTP method is not supported."));
        }
        return switch (choice.choose(passage.request(), passage.caller())) {
            case AccountChoice.Outcome.Refused refused ->
                Optional.of(refusedAnyhow(passage.request()).orElse(refused.refusal()));
            case AccountChoice.Outcome.Chosen(ChannelAccount account) ->
                notAllowed(account).or(() -> prepare(passage, exchange, account));
        };
    }

    /** An account may be older than what an admin allows now. */
    private Optional<Refusal> notAllowed(ChannelAccount account) {
        return addresses
                .refusal(account.baseUrl())
                .map(why -> Refusal.of(Refusal.Reason.NOT_CONNECTED, "Nothing was sent: " + why + "."));
    }

    /** What is wrong with a request itself is told before what is missing here. */
    private Optional<Refusal> refusedAnyhow(ChannelRequest request) {
        return platform.classify(request) instanceof Call.Refused refused
                ? Optional.of(refused.refusal())
                : Optional.empty();
    }

    private Optional<Refusal> prepare(Passage passage, Exchange exchange, ChannelAccount account) {
        ChannelRequest request = passage.request();
        Attribution attribution = request.attribution().with(Dimension.ACCOUNT, account.id());
        return switch (platform.classify(request.withAttribution(attribution))) {
            case Call.Refused refused -> Optional.of(refused.refusal());
            case Call.Free free ->
                address(exchange, passage, free.request(), account, free.lasting(), Fields::forUpstream);
            case Call.Metered metered ->
                address(exchange, passage, metered.request(), account, metered.lasting(), Fields::forMeteredUpstream)
                        .or(() -> hold(passage, metered, account));
        };
    }

    private Optional<Refusal> hold(Passage passage, Call.Metered call, ChannelAccount account) {
        try {
            return switch (scale.reserve(passage.caller().workspace(), call, account.id())) {
                case Decision.Allowed allowed -> {
                    passage.weighed(new Passage.Weighed(call, account.id(), allowed.hold()));
                    yield Optional.empty();
                }
                case Decision.Refused refused -> Optional.of(outOfCredit(refused.shortage()));
                case Decision.TooManyHolds tooMany -> Optional.of(TOO_MANY_HOLDS);
            };
        } catch (LedgerUnavailableException e) {
            return Optional.of(new Refusal(
                    Refusal.Reason.UNAVAILABLE,
                    "Usage cannot be counted at the moment, so nothing was sent; try again shortly.",
                    RETRY_WHEN_LEDGER_IS_BACK));
        } catch (IllegalArgumentException e) {
            LOG.warn("A call cannot be weighed: {}", e.getMessage());
            return Optional.of(Refusal.of(
                    Refusal.Reason.MALFORMED,
                    "This call cannot be weighed, so nothing was sent: " + e.getMessage() + "."));
        }
    }

    private static Refusal outOfCredit(ReserveOutcome.Refused shortage) {
        return Refusal.of(
                Refusal.Reason.OUT_OF_CREDIT,
                "Not enough " + shortage.unit().slug().replace('_', ' ') + " left: " + shortage.requested()
                        + " needed, " + shortage.available()
                        + " available. Nothing was sent; top up or upgrade the plan in Weighhouse.");
    }

    /** Puts the call on its way, if there is a connection for it; nothing is held before. */
    private Optional<Refusal> address(
            Exchange exchange,
            Passage passage,
            ChannelRequest plain,
            ChannelAccount account,
            boolean lasting,
            UnaryOperator<Headers> fields) {
        ChannelRequest request = platform.withCredential(plain, account);
        URI base = account.baseUrl();
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        URI server = URI.create(base.getScheme() + "://" + base.getRawAuthority());
        passage.outgoing(new Passage.Outgoing(server, path + request.path() + query, fields.apply(request.headers())));
        boolean lasts = lasting || platform.mayWait(passage.request());
        String endpoint = upstreams.endpoint(server, lasts);
        exchange.setProperty(ENDPOINT, endpoint);
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, request.method());
        exchange.getMessage().setBody(request.body());
        return connections.take(
                endpoint, upstreams.most(lasts), passage.caller().sharer(), passage.ticket());
    }
}
