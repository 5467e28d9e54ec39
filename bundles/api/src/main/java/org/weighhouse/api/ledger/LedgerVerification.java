package org.weighhouse.api.ledger;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Proves that the ledger is as it was written and that everything adds up. Thread-safe; one verification at a time. */
@ProviderType
public interface LedgerVerification {

    /**
     * Reads the whole journal, up to what was durable when this was called, while the ledger goes on working: checksums,
     * the chain of hashes, the order of entries; then balances, holds, roll-up cells and the index of ids against what
     * the journal amounts to. Takes about as long as reading the journal. Changes nothing.
     *
     * @param progress called now and then, on the caller's thread
     * @throws LedgerUnavailableException if the journal cannot be reached at all
     * @throws IllegalStateException if a verification is under way
     */
    VerificationReport verify(Consumer<VerificationProgress> progress);
}
