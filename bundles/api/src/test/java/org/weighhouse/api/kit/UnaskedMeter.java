package org.weighhouse.api.kit;

import java.time.Duration;
import java.util.List;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reference;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.meter.Decision;
import org.weighhouse.api.meter.Hold;
import org.weighhouse.api.meter.Meter;

/** A meter for fakes that override what is asked of them; whoever asks anything else is told so. */
public interface UnaskedMeter extends Meter {

    @Override
    default Decision reserve(WorkspaceId workspace, Occurrence expected, Duration timeout) {
        throw new UnsupportedOperationException("reserve was not expected");
    }

    @Override
    default SettleOutcome settle(Hold hold, Occurrence actual) {
        throw new UnsupportedOperationException("settle was not expected");
    }

    @Override
    default SettleOutcome voidHold(Hold hold) {
        throw new UnsupportedOperationException("voidHold was not expected");
    }

    @Override
    default Receipt observe(WorkspaceId workspace, String observer, String id, Occurrence seen) {
        throw new UnsupportedOperationException("observe was not expected");
    }

    @Override
    default AmendOutcome amend(WorkspaceId workspace, String channel, Reference reference, Amendment amendment) {
        throw new UnsupportedOperationException("amend was not expected");
    }

    @Override
    default Attribution attribution(WorkspaceId workspace, String channel, Reference reference) {
        throw new UnsupportedOperationException("attribution was not expected");
    }

    @Override
    default List<Receipt> record(WorkspaceId workspace, List<UsageEvent> events) {
        throw new UnsupportedOperationException("record was not expected");
    }
}
