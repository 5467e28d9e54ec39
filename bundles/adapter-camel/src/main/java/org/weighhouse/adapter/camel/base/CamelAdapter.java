package org.weighhouse.adapter.camel.base;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.adapter.camel.internal.InFlight;
import org.weighhouse.adapter.camel.internal.PassThroughRoute;
import org.weighhouse.adapter.camel.internal.Passage;
import org.weighhouse.adapter.camel.internal.Scale;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.api.channel.UpstreamAddresses;
import org.weighhouse.api.channel.WebhookRequest;
import org.weighhouse.api.meter.Meter;

/**
 * Base of a pass-through adapter: reserves, passes the request on through a Camel route, settles, and gives the reply
 * back. A subclass brings a {@link Platform} and its settings, and calls {@link #close} when it is deactivated.
 * Thread-safe.
 *
 * <p>Bytes pass unchanged both ways. Header fields keep their values, order and repeats; only hop-by-hop fields,
 * {@code Host}, {@code Content-Length} and the credential are this side's own, and a metered call asks for an
 * uncompressed reply. Redirects are not followed, nothing is sent twice, no cookies are kept.
 *
 * <p>When the upstream fails or is silent for too long, the hold is voided and the client refused, though after a
 * silence the platform may have done what it was asked for: nothing is charged that nobody confirmed.
 */
public abstract class CamelAdapter implements ChannelAdapter, AutoCloseable {

    private static final Duration RETRY_WHEN_REPLACED = Duration.ofSeconds(1);

    private final Platform platform;
    private final PassThroughSettings settings;
    private final InFlight inFlight = new InFlight();
    private final Scale scale;
    private final PassThroughRoute route;

    /** With the system's clock. */
    protected CamelAdapter(
            Platform platform,
            PassThroughSettings settings,
            Meter meter,
            ChannelAccounts accounts,
            UpstreamAddresses upstreams) {
        this(platform, settings, meter, accounts, upstreams, Clock.systemUTC());
    }

    protected CamelAdapter(
            Platform platform,
            PassThroughSettings settings,
            Meter meter,
            ChannelAccounts accounts,
            UpstreamAddresses upstreams,
            Clock clock) {
        this.platform = platform;
        this.settings = settings;
        this.scale = new Scale(meter, settings, clock);
        this.route = PassThroughRoute.start(getClass(), platform, settings, accounts, upstreams, scale);
    }

    @Override
    public final ChannelDescriptor descriptor() {
        return platform.descriptor();
    }

    @Override
    public final Optional<String> presentedKey(ChannelRequest request) {
        return platform.presentedKey(request);
    }

    @Override
    public final boolean mayWait(ChannelRequest request) {
        return platform.mayWait(request);
    }

    @Override
    public final ChannelResponse refuse(Refusal refusal) {
        return platform.refuse(refusal);
    }

    @Override
    public final ChannelResponse handle(ChannelRequest request, Caller caller) {
        return pass(request, caller, route::send);
    }

    /**
     * Passes on to a bot what its platform called back with, as it came, and gives back the bot's answer, of at most
     * {@value org.weighhouse.adapter.camel.internal.CallbackSteps#MAX_ANSWER_BYTES} bytes; a refusal if there is none.
     *
     * @param bot where the bot takes it, as the account says
     */
    protected final ChannelResponse forward(WebhookRequest request, ChannelAccount account, String bot) {
        ChannelRequest called = new ChannelRequest(
                request.method(),
                bot,
                request.query(),
                request.headers(),
                request.body(),
                Attribution.NONE,
                account.id());
        return pass(called, new Caller.Account(account.workspace(), account.id()), route::callback);
    }

    private ChannelResponse pass(ChannelRequest request, Caller caller, Function<Passage, ChannelResponse> way) {
        Optional<InFlight.Ticket> ticket = inFlight.enter();
        if (ticket.isEmpty()) {
            return platform.refuse(new Refusal(
                    Refusal.Reason.UNAVAILABLE,
                    "This channel is being replaced; try again in a moment.",
                    RETRY_WHEN_REPLACED));
        }
        Passage passage = new Passage(request, caller, ticket.get());
        try {
            return way.apply(passage);
        } finally {
            passage.leaveUnlessStreaming();
        }
    }

    /**
     * Refuses new calls, waits for those in flight at most {@code drainTimeout}, stops the route, and has what could not
     * be counted before tried once more, for as long again.
     */
    @Override
    public final void close() {
        inFlight.drain(settings.drainTimeout());
        route.close();
        scale.close();
    }
}
