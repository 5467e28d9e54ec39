package org.weighhouse.gateway.internal.webhook;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.WebhookReceiver;
import org.weighhouse.api.channel.WebhookRequest;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.gateway.internal.channel.Address;
import org.weighhouse.gateway.internal.http.BodyResult;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.HeaderRules;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.http.Redacted;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.neighbour.Registry;
import org.weighhouse.gateway.internal.places.InFlight;
import org.weighhouse.gateway.internal.settings.GatewaySettings;

/** Takes what platforms call back with, at {@code /webhooks/<channel>/<account id>}, to the channel's receiver. */
public final class WebhookDoor {

    /** The first segment of the addresses, and the name in log and metrics. */
    public static final String LABEL = "webhooks";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDoor.class);
    private static final Set<String> METHODS = Set.of("GET", "POST");

    private final Registry<WebhookReceiver> receivers;
    private final Neighbours neighbours;
    private final InFlight places;
    private final RateLimiter limiter;
    private final Duration successorWait;
    private final Clock clock;

    public WebhookDoor(
            Registry<WebhookReceiver> receivers,
            Neighbours neighbours,
            InFlight places,
            GatewaySettings settings,
            Clock clock) {
        this.receivers = receivers;
        this.neighbours = neighbours;
        this.places = places;
        this.limiter = new RateLimiter(settings.webhooks(), clock);
        this.successorWait = settings.successorWait();
        this.clock = clock;
    }

    /** @throws ProblemException for every refusal of the door's own */
    public void serve(Exchange exchange, Address address) throws IOException {
        exchange.channel(LABEL);
        HeaderRules.refuseCamelFields(exchange.headers());
        ChannelAccount account = account(address);
        exchange.keyId("account " + account.id());
        if (!METHODS.contains(exchange.method())) {
            throw new ProblemException(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Use GET, POST at this address.")
                    .header("Allow", "GET, POST"));
        }
        limit(account);
        byte[] body = read(exchange);
        Instant received = clock.instant();
        // Takes a place only once there is a receiver: those who wait for one do not keep out the others.
        Optional<Registry<WebhookReceiver>.Lease> lease = receivers.lease(account.channel(), successorWait);
        if (lease.isEmpty()) {
            throw unavailable("This channel is offline at the moment. Try again shortly.");
        }
        try (Registry<WebhookReceiver>.Lease inside = lease.get();
                InFlight.Place place = places.enter().orElseThrow(WebhookDoor::full)) {
            WebhookRequest request = new WebhookRequest(
                    exchange.method(), exchange.query(), HeaderRules.forAdapter(exchange.headers()), body, received);
            ChannelResponse response = receive(inside.service(), request, account);
            exchange.send(response.status(), HeaderRules.forClient(response.headers()), response.body());
        }
    }

    /** Whatever is wrong with an address, the answer is the same: it does not tell who is a customer. */
    private ChannelAccount account(Address address) {
        String[] parts = address.rest().split("/", -1);
        boolean wellFormed = parts.length == 3 && address.parameters().isEmpty();
        Optional<ChannelAccount> named =
                wellFormed ? neighbours.accounts().get().find(parts[2]) : Optional.empty();
        return named.filter(account -> account.channel().equals(parts[1]))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND, "There is no such channel account. Its page tells its address.")));
    }

    private void limit(ChannelAccount account) {
        Duration wait = limiter.take(account.id());
        if (!wait.isZero()) {
            long seconds = wait.plusNanos(999_999_999).toSeconds();
            throw new ProblemException(
                    Problem.of(ProblemType.TOO_MANY_REQUESTS, "This account calls too often. Try again later.")
                            .header("Retry-After", Long.toString(seconds)));
        }
    }

    private static byte[] read(Exchange exchange) {
        return switch (exchange.readBody()) {
            case BodyResult.Complete complete -> complete.bytes();
            case BodyResult.Incomplete incomplete -> throw incomplete.refusal();
        };
    }

    private static ChannelResponse receive(WebhookReceiver receiver, WebhookRequest request, ChannelAccount account) {
        try {
            return receiver.receive(request, account);
        } catch (LedgerUnavailableException down) {
            LOG.warn("The ledger takes no entries: {}", down.getMessage());
            throw unavailable("Usage cannot be counted at the moment. Try again shortly.");
        } catch (RuntimeException bug) {
            LOG.error("The webhook receiver of {} failed", account.channel(), Redacted.of(bug));
            throw new ProblemException(
                    Problem.of(ProblemType.INTERNAL, "The channel's receiver failed. The log knows more."));
        }
    }

    private static ProblemException full() {
        return unavailable("The gateway is at its limit of webhooks. Try again shortly.");
    }

    private static ProblemException unavailable(String detail) {
        return new ProblemException(Problem.unavailable(detail));
    }
}
