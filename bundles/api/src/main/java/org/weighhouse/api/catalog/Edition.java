package org.weighhouse.api.catalog;

import java.time.Instant;

/**
 * A rate card or a price book as it was saved once. It stays as it is: another one of the same date is the next edition,
 * and the last edition of a date counts from when it was saved.
 *
 * @param number among those of the same date, from 1
 * @param savedAt to the millisecond
 */
public record Edition<T>(T content, int number, Instant savedAt) {}
