package org.weighhouse.api.ledger;

import java.time.Instant;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;

/**
 * One immutable debit as the ledger holds it.
 *
 * @param sequence the ledger's number of the entry; grows, never reused
 * @param time when it happened
 * @param recorded when the ledger wrote it
 * @param amount what it cost; negative in a correction that gives something back
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
        Attribution attribution,
        TokenBuckets tokens,
        String corrects) {}
