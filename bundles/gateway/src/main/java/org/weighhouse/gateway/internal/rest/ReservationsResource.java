package org.weighhouse.gateway.internal.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reference;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;
import org.weighhouse.gateway.internal.events.ReservationParser;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.neighbour.Neighbours;

/**
 * {@code /api/v1/reservations}: for programs that send by themselves. A reservation is its workspace's alone: with
 * another workspace's key it is not found.
 */
record ReservationsResource(Neighbours neighbours, Duration timeout, Clock clock) {

    RestReply reserve(RestRequest request) {
        ReservationParser.Estimate estimate = ReservationParser.parse(request.body());
        Duration hold = estimate.timeout().orElse(timeout);
        Instant expires = clock.instant().plus(hold);
        Occurrence expected = occurrence(request, estimate);
        Decision decision = orMalformed(() -> neighbours.meter().get().reserve(request.workspace(), expected, hold));
        return switch (decision) {
            case Decision.Allowed allowed -> created(allowed.hold().reservation(), expires);
            case Decision.Refused refused -> throw outOfCredit(refused.shortage());
            case Decision.TooManyHolds tooMany -> throw tooMany();
        };
    }

    /** Counts under an id of ours that follows from the reservation's: posting twice counts once. */
    RestReply post(RestRequest request) {
        UUID id = id(request);
        Occurrence actual = occurrence(request, ReservationParser.parse(request.body()));
        SettleOutcome outcome =
                orMalformed(() -> neighbours.meter().get().settle(new Hold(request.workspace(), id), actual));
        return switch (outcome) {
            case SETTLED -> RestReply.nothing();
            case EXPIRED -> told("expired", "The hold had expired before; what was used is counted all the same.");
            case ALREADY_POSTED, COUNTED_BEFORE ->
                throw conflict("already_posted", "It was posted before, and that counts; this one does not.");
            case ALREADY_VOIDED ->
                throw conflict(
                        "already_voided",
                        "It was voided before, and nothing is counted. Report what was used all the same as an event.");
            case UNKNOWN -> throw unknown();
            case STALE -> throw new IllegalStateException("the meter never answers stale");
        };
    }

    RestReply cancel(RestRequest request) {
        Hold hold = new Hold(request.workspace(), id(request));
        return switch (neighbours.meter().get().voidHold(hold)) {
            // Expired means that the credits went back by themselves, which is what was asked for.
            case SETTLED, ALREADY_VOIDED, EXPIRED -> RestReply.nothing();
            case ALREADY_POSTED, COUNTED_BEFORE ->
                throw conflict("already_posted", "It was posted before, and that counts.");
            case UNKNOWN -> throw unknown();
            case STALE -> throw new IllegalStateException("the meter never answers stale");
        };
    }

    /** What the meter refuses was malformed. */
    private static <T> T orMalformed(Supplier<T> call) {
        try {
            return call.get();
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(Problem.malformed("The reservation was refused: " + refused.getMessage()));
        }
    }

    private Occurrence occurrence(RestRequest request, ReservationParser.Estimate estimate) {
        Attribution attribution =
                estimate.attribution().with(Dimension.KEY, request.key().id());
        return new Occurrence(clock.instant(), attribution, estimate.reading(), Reference.NONE);
    }

    private static RestReply created(UUID id, Instant expires) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id.toString());
        fields.put("expiresAt", expires.toString());
        return RestReply.json(201, fields);
    }

    private static RestReply told(String outcome, String detail) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("outcome", outcome);
        fields.put("detail", detail);
        return RestReply.json(200, fields);
    }

    private static ProblemException conflict(String outcome, String detail) {
        return new ProblemException(Problem.of(ProblemType.CONFLICT, detail).with("outcome", outcome));
    }

    private static ProblemException outOfCredit(ReserveOutcome.Refused shortage) {
        String detail = "Only " + shortage.available() + " " + shortage.unit().slug() + " are left, "
                + shortage.requested() + " were asked for. Top up, upgrade, or wait for the next period.";
        return new ProblemException(Problem.of(ProblemType.OUT_OF_CREDIT, detail)
                .with("unit", shortage.unit().slug())
                .with("requested", shortage.requested().toBigDecimal())
                .with("available", shortage.available().toBigDecimal())
                .with("renews", shortage.renews().toString()));
    }

    private static ProblemException tooMany() {
        return new ProblemException(Problem.tooMany(
                "Too many reservations of this workspace are open. Post or void some of them.", Problem.RETRY_AFTER));
    }

    private static UUID id(RestRequest request) {
        String text = request.variable("id");
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            throw unknown();
        }
        throw unknown();
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such reservation."));
    }
}
