package org.weighhouse.api.meter;

import java.util.UUID;

/** Credits held for something about to happen. */
public record Hold(UUID reservation) {}
