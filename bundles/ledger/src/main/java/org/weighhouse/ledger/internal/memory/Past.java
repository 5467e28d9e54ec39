package org.weighhouse.ledger.internal.memory;

import java.util.Optional;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.Placed;

/** What was written, read back. */
public interface Past {

    /** The entry at a location. */
    EntryWritten entry(long location);

    /** The entry or amendment at a location. */
    Placed placed(long location);

    /** How a hold ended, as a row says last; empty if the row says nothing of it. */
    Optional<HoldSettled> settled(long row, HoldName hold);
}
