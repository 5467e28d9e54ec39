package org.weighhouse.api.ledger;

/**
 * How one shard of the ledger is.
 *
 * @param shard its number, from 0
 */
public record ShardHealth(int shard, LedgerHealth health) {}
