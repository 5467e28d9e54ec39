package org.weighhouse.api.ledger;

import java.time.Instant;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;

/**
 * One immutable debit as the ledger holds it.
 *
 * @param sequence number of the entry within its workspace: 1 for the first, then one more each
 * @param time when it happened
 * @param recorded when the ledger wrote it
 * @param amount what it cost; negative in a correction that gives something back
 * @param measures how much it was; negative in a correction that takes something back
 * @param reference what the platform calls it
 * @param corrects id of the entry it amends; empty for an ordinary one
 */
public record LedgerEntry(
        long sequence,
        WorkspaceId workspace,
        String source,
        String id,
        Instant time,
        Instant recorded,
        Unit unit,
        Amount amount,
        Measures measures,
        Attribution attribution,
        Reference reference,
        String corrects) {}
