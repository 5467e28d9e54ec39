package org.weighhouse.api;

import java.time.Instant;

/**
 * Something that happened, or is about to, seen by the gateway itself: what is counted of it gets an id of ours.
 *
 * @param reference what the platform calls it; {@link Reference#NONE} if it gave it no name
 */
public record Occurrence(Instant time, Attribution attribution, Reading reading, Reference reference) {}
