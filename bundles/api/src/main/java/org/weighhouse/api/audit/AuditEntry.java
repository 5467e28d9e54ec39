package org.weighhouse.api.audit;

import java.time.Instant;

/**
 * A line of the trail.
 *
 * @param number 1 for the first ever, then one more each
 * @param at to the millisecond
 * @param hash SHA-256, in hex, over the line before's and all of this one
 */
public record AuditEntry(long number, Instant at, Actor actor, Deed deed, String hash) {}
