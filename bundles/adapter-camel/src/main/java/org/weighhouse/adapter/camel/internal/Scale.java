package org.weighhouse.adapter.camel.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.adapter.camel.Call;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;
import org.weighhouse.api.meter.Meter;

/** The meter as an adapter uses it. */
public final class Scale {

    private static final Logger LOG = LoggerFactory.getLogger(Scale.class);
    private static final Duration ARREARS_PAUSE = Duration.ofSeconds(5);

    private final Meter meter;
    private final PassThroughSettings settings;
    private final Clock clock;
    private final Arrears arrears = new Arrears(ARREARS_PAUSE);

    public Scale(Meter meter, PassThroughSettings settings, Clock clock) {
        this.meter = meter;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param account id of the account the call goes over
     * @throws LedgerUnavailableException if nothing can be held now
     * @throws IllegalArgumentException if the meter refuses to weigh it
     */
    Decision reserve(WorkspaceId workspace, Call.Metered call, String account) {
        Occurrence expected = occurrence(account, Reference.NONE, call.request().attribution(), call.estimate());
        return meter.reserve(workspace, expected, settings.holdTimeout());
    }

    /**
     * Counts what happened. If the meter will not take what was found, the estimate counts, for something was used.
     *
     * @throws LedgerUnavailableException if it could not be counted now; it will be as soon as it can
     */
    void settle(Passage.Weighed weighed, Finding finding) {
        switch (finding) {
            case Finding.Used used ->
                settle(new Use(
                        weighed.hold(),
                        weighed.account(),
                        occurrence(weighed.account(), used.reference(), used.attribution(), used.reading()),
                        estimate(weighed)));
            case Finding.Unread unread ->
                settle(new Use(weighed.hold(), weighed.account(), estimate(weighed), estimate(weighed)));
            case Finding.Unused unused -> voidHold(weighed.hold());
        }
    }

    /** Has what could not be counted counted once more. */
    public void close() {
        arrears.close(settings.drainTimeout());
    }

    /** Gives back what was held; if the ledger cannot, the hold ends at its time-out. */
    void voidHold(Hold hold) {
        try {
            meter.voidHold(hold);
        } catch (LedgerUnavailableException e) {
            LOG.warn("Hold {} could not be voided and ends at its time-out: {}", hold.reservation(), e.getMessage());
        }
    }

    /**
     * What is to be counted; small, for it may have to wait.
     *
     * @param estimate counts if the meter refuses the actual use
     */
    private record Use(Hold hold, String account, Occurrence actual, Occurrence estimate) {}

    private void settle(Use use) {
        try {
            count(use);
        } catch (LedgerUnavailableException e) {
            UUID hold = use.hold().reservation();
            if (arrears.add(() -> count(use))) {
                LOG.warn("What hold {} was for is counted when the ledger is back: {}", hold, e.getMessage());
            } else {
                LOG.error("What hold {} was for is used and will not be counted: too much is waiting", hold, e);
            }
            throw e;
        }
    }

    private void count(Use use) {
        try {
            count(use, use.actual());
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "What hold {} was for cannot be counted, so its estimate is",
                    use.hold().reservation(),
                    e);
            count(use, use.estimate());
        }
    }

    /** The platform has done it, so it counts, whatever the ledger knows of the hold. */
    private void count(Use use, Occurrence occurrence) {
        UUID hold = use.hold().reservation();
        switch (meter.settle(use.hold(), occurrence)) {
            case SETTLED, EXPIRED -> LOG.debug("Hold {} is settled", hold);
            case UNKNOWN -> {
                LOG.warn("Hold {} is unknown to the ledger; what was used is counted without it", hold);
                observe(use, occurrence);
            }
            case ALREADY_VOIDED -> {
                LOG.error("Hold {} was given back before; what was used is counted without it", hold);
                observe(use, occurrence);
            }
            case ALREADY_POSTED -> LOG.error("Hold {} was settled before; nothing more is counted", hold);
            case COUNTED_BEFORE -> LOG.error("Something was counted as hold {} before; this is not counted", hold);
            case STALE -> throw new IllegalStateException("a meter never answers that something is stale");
        }
    }

    private void observe(Use use, Occurrence occurrence) {
        UUID hold = use.hold().reservation();
        Receipt receipt = meter.observe(use.hold().workspace(), use.account(), hold.toString(), occurrence);
        if (receipt.status() != Receipt.Status.RECORDED) {
            LOG.error("What hold {} was for was counted before: {}", hold, receipt);
        }
    }

    private Occurrence estimate(Passage.Weighed weighed) {
        Call.Metered call = weighed.call();
        return occurrence(weighed.account(), Reference.NONE, call.request().attribution(), call.estimate());
    }

    private Occurrence occurrence(String account, Reference reference, Attribution attribution, Reading reading) {
        return new Occurrence(clock.instant(), attribution.with(Dimension.ACCOUNT, account), reading, reference);
    }
}
