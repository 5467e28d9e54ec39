package org.weighhouse.api.meter;

import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.ledger.Grant;

/**
 * Gives credits for whom the thread acts for ({@link org.weighhouse.api.audit.Acting}), whom the audit trail names before the
 * ledger is asked: nothing is given that nobody answers for. Blocks until the ledger has answered. Thread-safe.
 */
@ProviderType
public interface TopUps {

    /**
     * @return whether it was given now; false if the workspace had a grant of that id before
     * @throws IllegalArgumentException if the workspace is unknown, or the ledger refuses the grant
     * @throws org.weighhouse.api.ledger.LedgerUnavailableException if the ledger cannot write, or did not answer in time: asking
     *     again with the same id gives it once
     */
    boolean give(Grant grant);
}
