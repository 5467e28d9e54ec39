package org.weighhouse.meter.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.meter.Meter;

/** Turns events into the postings the ledger writes. */
final class Postings {

    /** Source of the postings that count subscribers. */
    static final String SUBSCRIBER_SOURCE = Meter.RESERVED_SOURCES + "subscriber";

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");
    private static final Amount ONE = Amount.of(1);

    private final Rater rater;

    Postings(Rater rater) {
        this.rater = rater;
    }

    /** The event itself, under its own source and id. */
    Posting own(UsageEvent event) {
        TokenBuckets tokens = event.reading() instanceof Reading.Tokens reading ? reading.buckets() : TokenBuckets.NONE;
        return new Posting(
                event.workspace(),
                event.source(),
                event.id(),
                event.time(),
                event.reading().unit(),
                rater.rate(event),
                event.attribution(),
                tokens,
                event.corrects());
    }

    /**
     * What it was worth, if it is an engagement. That of zero is written too: so a correction finds what to correct,
     * and the same engagement with another value is noticed.
     */
    Optional<Posting> value(UsageEvent event) {
        if (!(event.reading() instanceof Reading.Engagement engagement)) {
            return Optional.empty();
        }
        return Optional.of(new Posting(
                event.workspace(),
                EngagementSource.of(event.source()),
                event.id(),
                event.time(),
                Unit.ENGAGEMENT_VALUE,
                engagement.value(),
                event.attribution(),
                TokenBuckets.NONE,
                event.corrects()));
    }

    /**
     * That its subscriber was active this month: one posting a month, whatever the number of events, because all of
     * them give the same id. A correction counts nobody, for what it corrects did.
     */
    Optional<Posting> subscriber(UsageEvent event, Workspace workspace) {
        String subscriber = event.attribution().subscriber();
        if (subscriber.isEmpty() || !event.corrects().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Posting(
                event.workspace(),
                SUBSCRIBER_SOURCE,
                // At most 7 + 1 + Attribution.MAX_LENGTH characters, well within UsageEvent.MAX_ID_LENGTH.
                month(event.time(), workspace.zone()) + "/" + subscriber,
                event.time(),
                Unit.SUBSCRIBER,
                ONE,
                event.attribution(),
                TokenBuckets.NONE,
                ""));
    }

    private static String month(Instant time, ZoneId zone) {
        return MONTH.format(time.atZone(zone));
    }
}
