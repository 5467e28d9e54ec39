package org.weighhouse.dashboard.internal.data;

import java.time.Instant;

/**
 * One entry behind a number.
 *
 * @param about what it was for, in words; empty if nothing was said
 * @param corrects id of the entry it amends; empty for an ordinary one
 */
public record EntryLine(long sequence, Instant time, String id, String about, String corrects, Counted counted) {}
