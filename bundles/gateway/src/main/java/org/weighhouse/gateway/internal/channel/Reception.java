package org.weighhouse.gateway.internal.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.api.share.SharedPool;
import org.weighhouse.api.share.Sharer;
import org.weighhouse.gateway.internal.http.BodyResult;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.Limit;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.key.KeyCheck;
import org.weighhouse.gateway.internal.neighbour.Registry;
import org.weighhouse.gateway.internal.share.Load;
import org.weighhouse.gateway.internal.share.Pace;

/**
 * Finds out who sends a request and takes its body in. The key is looked at first, so that a body is read on the account of
 * whoever sends it; where a platform has the key in the body, that is read as a stranger's.
 */
final class Reception {

    private static final String SHOW_A_KEY =
            "Put a Weighhouse key (wh_...) where this platform's own credential would go.";

    private final Registry<ChannelAdapter> adapters;
    private final KeyCheck keys;
    private final Load load;
    private final Pace pace;
    private final Refusals refusals;
    private final Duration successorWait;

    Reception(
            Registry<ChannelAdapter> adapters,
            KeyCheck keys,
            Load load,
            Pace pace,
            Refusals refusals,
            Duration successorWait) {
        this.adapters = adapters;
        this.keys = keys;
        this.load = load;
        this.pace = pace;
        this.refusals = refusals;
        this.successorWait = successorWait;
    }

    /** The whole request and its sender; empty if it was refused. */
    Optional<Identity.Known> receive(Exchange exchange, ChannelRequest head) throws IOException {
        Optional<Identity> sender = identify(exchange, head);
        if (sender.isEmpty()) {
            return Optional.empty();
        }
        return switch (sender.get()) {
            case Identity.Known known -> known(exchange, known);
            case Identity.Nobody nobody when exchange.hasUnreadBody() -> stranger(exchange, head);
            case Identity other -> refused(exchange, other);
        };
    }

    /** The adapter is asked and let go again: it may leave while a body trickles in. */
    private Optional<Identity> identify(Exchange exchange, ChannelRequest request) throws IOException {
        Optional<Registry<ChannelAdapter>.Lease> lease = adapters.lease(exchange.channel(), successorWait);
        if (lease.isEmpty()) {
            exchange.send(Problem.unavailable("This channel is offline at the moment. Try again shortly."));
            return Optional.empty();
        }
        try (Registry<ChannelAdapter>.Lease inside = lease.get()) {
            return Optional.of(Identity.of(request, inside.service(), keys, exchange.clientAddress()));
        }
    }

    private Optional<Identity.Known> known(Exchange exchange, Identity.Known known) throws IOException {
        Sharer sharer = known.caller().sharer();
        if (!isInPace(exchange, known)) {
            return Optional.empty();
        }
        return switch (exchange.readBody(load.bodies(), sharer)) {
            case BodyResult.Complete body -> {
                pace.read(sharer, body.bytes().length);
                yield Optional.of(known.with(body.bytes()));
            }
            case BodyResult other -> refused(exchange, other, "");
        };
    }

    private Optional<Identity.Known> stranger(Exchange exchange, ChannelRequest head) throws IOException {
        return switch (exchange.readBody(load.strangers(), exchange.client())) {
            case BodyResult.Complete body -> {
                Optional<Identity> sender = identify(exchange, head.withBody(body.bytes()));
                if (sender.isPresent() && sender.get() instanceof Identity.Known known) {
                    yield noStranger(exchange, known, body.bytes().length);
                }
                yield sender.isEmpty() ? Optional.empty() : refused(exchange, sender.get());
            }
            case BodyResult other -> refused(exchange, other, " " + SHOW_A_KEY);
        };
    }

    /** From now on its body is on its own account, for its call may last. */
    private Optional<Identity.Known> noStranger(Exchange exchange, Identity.Known known, int bytes) throws IOException {
        if (!isInPace(exchange, known)) {
            return Optional.empty();
        }
        SharedPool.Answer room =
                exchange.moveBody(load.bodies().memory(), known.caller().sharer(), bytes);
        return room == SharedPool.Answer.TAKEN
                ? Optional.of(known)
                : refused(exchange, new BodyResult.NoRoom(room), "");
    }

    private boolean isInPace(Exchange exchange, Identity.Known known) throws IOException {
        exchange.keyId(Identity.name(known.caller()));
        exchange.sharer(known.caller().sharer());
        Duration wait = pace.await(known.caller().sharer());
        if (wait.isZero()) {
            return true;
        }
        refusals.send(exchange, exchange.limited(Limit.PACE).refusal(SharedPool.Answer.OVER_SHARE, wait));
        return false;
    }

    private Optional<Identity.Known> refused(Exchange exchange, Identity sender) throws IOException {
        if (sender instanceof Identity.Refused known) {
            exchange.keyId(known.key());
        }
        refusals.send(
                exchange,
                switch (sender) {
                    case Identity.Refused known -> known.refusal();
                    case Identity.Unchecked unchecked -> Refusals.unavailable("Keys cannot be checked at the moment.");
                    default -> Refusal.of(Refusal.Reason.UNKNOWN_KEY, SHOW_A_KEY);
                });
        return Optional.empty();
    }

    /** @param hint what helps against a body that is too large */
    private Optional<Identity.Known> refused(Exchange exchange, BodyResult body, String hint) throws IOException {
        switch (body) {
            case BodyResult.NoRoom none ->
                refusals.send(exchange, exchange.limited(Limit.BODIES).refusal(none.answer()));
            case BodyResult.Incomplete(ProblemType type, String detail)
            when type == ProblemType.TOO_LARGE ->
                refusals.send(exchange, Refusal.of(Refusal.Reason.TOO_LARGE, detail + hint));
            case BodyResult.Incomplete(ProblemType type, String detail)
            when type == ProblemType.MALFORMED -> refusals.send(exchange, Refusal.of(Refusal.Reason.MALFORMED, detail));
            case BodyResult.Incomplete(ProblemType type, String detail) -> exchange.send(Problem.of(type, detail));
            case BodyResult.Complete complete -> throw new IllegalArgumentException("a complete body is not refused");
        }
        return Optional.empty();
    }
}
