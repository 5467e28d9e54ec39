package org.weighhouse.adapter.camel.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.weighhouse.adapter.camel.Call;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.meter.Decision;

/** What the route does before and after its way out. */
final class RouteSteps {

    /** Exchange property with the scheme and authority of the upstream. */
    static final String SERVER = "weighhouseServer";

    private static final String PASSAGE = "weighhousePassage";
    private static final Duration RETRY_WHEN_LEDGER_IS_BACK = Duration.ofSeconds(5);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Platform platform;
    private final ChannelAccounts accounts;
    private final Scale scale;
    private final Replies replies;

    RouteSteps(Platform platform, PassThroughSettings settings, ChannelAccounts accounts, Scale scale) {
        this.platform = platform;
        this.accounts = accounts;
        this.scale = scale;
        this.replies = new Replies(platform, settings, scale);
    }

    static void put(Exchange exchange, Passage passage) {
        exchange.setProperty(PASSAGE, passage);
    }

    static Passage passage(Exchange exchange) {
        return exchange.getProperty(PASSAGE, Passage.class);
    }

    boolean isAnswered(Exchange exchange) {
        return passage(exchange).answer().isPresent();
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
        passage.weighed().ifPresent(weighed -> scale.release(weighed.hold()));
        passage.answer(platform.refuse(UpstreamFailure.refusal(cause)));
    }

    private Optional<Refusal> prepare(Passage passage, Exchange exchange) {
        if (!METHODS.contains(passage.request().method())) {
            return Optional.of(Refusal.of(Refusal.Reason.METHOD_NOT_ALLOWED, "This HTTP method is not supported."));
        }
        Call call = platform.classify(passage.request());
        if (call instanceof Call.Refused refused) {
            return Optional.of(refused.refusal());
        }
        Optional<ChannelAccount> account = accounts.find(
                passage.caller().workspace(), platform.descriptor().id());
        if (account.isEmpty()) {
            return Optional.of(Refusal.of(
                    Refusal.Reason.NOT_CONNECTED,
                    "This workspace is not connected to "
                            + platform.descriptor().name()
                            + "; an admin does that with weighhouse:channel-connect in the console."));
        }
        address(exchange, passage, call, account.get());
        return call instanceof Call.Metered metered ? hold(passage, metered) : Optional.empty();
    }

    private Optional<Refusal> hold(Passage passage, Call.Metered call) {
        try {
            return switch (scale.reserve(passage.caller().workspace(), call)) {
                case Decision.Allowed allowed -> {
                    passage.weighed(call, allowed.hold());
                    yield Optional.empty();
                }
                case Decision.Refused refused -> Optional.of(outOfCredit(refused.shortage()));
            };
        } catch (LedgerUnavailableException e) {
            return Optional.of(new Refusal(
                    Refusal.Reason.UNAVAILABLE,
                    "Usage cannot be counted at the moment, so nothing was sent; try again shortly.",
                    RETRY_WHEN_LEDGER_IS_BACK));
        }
    }

    private static Refusal outOfCredit(ReserveOutcome.Refused shortage) {
        return Refusal.of(
                Refusal.Reason.OUT_OF_CREDIT,
                "Not enough " + shortage.unit().slug().replace('_', ' ') + " left: " + shortage.requested()
                        + " needed, " + shortage.available()
                        + " available. Nothing was sent; top up or upgrade the plan in Weighhouse.");
    }

    private void address(Exchange exchange, Passage passage, Call call, ChannelAccount account) {
        ChannelRequest plain =
                switch (call) {
                    case Call.Free free -> free.request();
                    case Call.Metered metered -> metered.request();
                    case Call.Refused refused -> throw new IllegalStateException("refused calls are not sent");
                };
        ChannelRequest request = platform.withCredential(plain, account.credential());
        URI base = account.baseUrl();
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        URI server = URI.create(base.getScheme() + "://" + base.getRawAuthority());
        passage.outgoing(new Passage.Outgoing(
                server,
                path + request.path() + query,
                call instanceof Call.Metered
                        ? Fields.forMeteredUpstream(request.headers())
                        : Fields.forUpstream(request.headers())));
        exchange.setProperty(SERVER, server.toString());
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, request.method());
        exchange.getMessage().setBody(request.body());
    }
}
