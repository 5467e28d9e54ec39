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
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.WebhookReceiver;
import org.weighhouse.api.channel.WebhookRequest;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.share.SharedPool;
import org.weighhouse.api.share.Sharer;
import org.weighhouse.gateway.internal.channel.Address;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.HeaderRules;
import org.weighhouse.gateway.internal.http.Limit;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.http.Redacted;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.neighbour.Registry;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.share.Load;
import org.weighhouse.gateway.internal.share.RateLimiter;

/** Takes what platforms call back with, at {@code /webhooks/<channel>/<account id>}, to the channel's receiver. */
public final class WebhookDoor {

    /** The first segment of the addresses, and the name in log and metrics. */
    public static final String LABEL = "webhooks";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDoor.class);
    private static final Set<String> METHODS = Set.of("GET", "POST");

    private final Registry<WebhookReceiver> receivers;
    private final Neighbours neighbours;
    private final Load load;
    private final RateLimiter limiter;
    private final Duration successorWait;
    private final Clock clock;

    public WebhookDoor(
            Registry<WebhookReceiver> receivers,
            Neighbours neighbours,
            Load load,
            GatewaySettings settings,
            Clock clock) {
        this.receivers = receivers;
        this.neighbours = neighbours;
        this.load = load;
        this.limiter = new RateLimiter(
                settings.webhooks().account(), settings.webhooks().maxAccounts(), clock);
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
        Sharer sharer = new Caller.Account(account.workspace(), account.id()).sharer();
        exchange.sharer(sharer);
        limit(exchange, account);
        byte[] body = exchange.readBody(load.webhookBodies(), sharer).orRefuse(exchange);
        Instant received = clock.instant();
        // Takes a place only once there is a receiver: those who wait for one do not keep out the others.
        Optional<Registry<WebhookReceiver>.Lease> lease = receivers.lease(account.channel(), successorWait);
        if (lease.isEmpty()) {
            throw unavailable("This channel is offline at the moment. Try again shortly.");
        }
        try (Registry<WebhookReceiver>.Lease inside = lease.get();
                SharedPool.Part place = load.webhooks().open(sharer)) {
            SharedPool.Answer answer = place.take(1);
            if (answer != SharedPool.Answer.TAKEN) {
                throw new ProblemException(exchange.limited(Limit.WEBHOOKS).problem(answer));
            }
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

    private void limit(Exchange exchange, ChannelAccount account) {
        Duration wait = limiter.take(account.id());
        if (!wait.isZero()) {
            exchange.limited(Limit.WEBHOOKS);
            throw new ProblemException(Problem.tooMany("This account calls too often. Try again later.", wait));
        }
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

    private static ProblemException unavailable(String detail) {
        return new ProblemException(Problem.unavailable(detail));
    }
}
