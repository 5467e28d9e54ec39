package org.weighhouse.adapter.camel.internal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.adapter.camel.Call;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;
import org.weighhouse.api.meter.Meter;

/** The meter as an adapter uses it. */
public final class Scale {

    private static final Logger LOG = LoggerFactory.getLogger(Scale.class);

    private final Meter meter;
    private final String source;
    private final PassThroughSettings settings;
    private final Clock clock;

    public Scale(Meter meter, ChannelDescriptor descriptor, PassThroughSettings settings, Clock clock) {
        this.meter = meter;
        this.source = descriptor.id();
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws LedgerUnavailableException if nothing can be held now */
    Decision reserve(WorkspaceId workspace, Call.Metered call) {
        UsageEvent estimate = UsageEvent.of(
                workspace,
                source,
                UUID.randomUUID().toString(),
                clock.instant(),
                call.request().attribution(),
                call.estimate());
        return meter.reserve(estimate, settings.holdTimeout());
    }

    /** @throws LedgerUnavailableException if it could not be counted */
    void settle(WorkspaceId workspace, Passage.Weighed weighed, Finding finding) {
        switch (finding) {
            case Finding.Used used -> count(weighed.hold(), event(workspace, weighed.hold(), used));
            case Finding.Unread unread -> {
                Call.Metered call = weighed.call();
                Finding.Used used = new Finding.Used("", call.request().attribution(), call.estimate());
                count(weighed.hold(), event(workspace, weighed.hold(), used));
            }
            case Finding.Unused unused -> release(weighed.hold());
        }
    }

    /** The platform has done it, so it counts, also if the ledger does not know the hold. */
    private void count(Hold hold, UsageEvent event) {
        if (meter.settle(hold, event) == SettleOutcome.UNKNOWN) {
            LOG.warn("Hold {} is unknown to the ledger; counting event {} without it", hold.reservation(), event.id());
            meter.record(List.of(event));
        }
    }

    /** Gives back what was held; if the ledger cannot, the hold ends at its time-out. */
    void release(Hold hold) {
        try {
            meter.release(hold);
        } catch (LedgerUnavailableException e) {
            LOG.warn("Hold {} could not be released and ends at its time-out: {}", hold.reservation(), e.getMessage());
        }
    }

    private UsageEvent event(WorkspaceId workspace, Hold hold, Finding.Used used) {
        boolean usable = !used.eventId().isEmpty() && used.eventId().length() <= UsageEvent.MAX_ID_LENGTH;
        String id = usable ? used.eventId() : hold.reservation().toString();
        return UsageEvent.of(workspace, source, id, clock.instant(), used.attribution(), used.reading());
    }
}
