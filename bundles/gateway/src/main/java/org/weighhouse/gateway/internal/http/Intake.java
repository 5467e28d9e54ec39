package org.weighhouse.gateway.internal.http;

import org.weighhouse.api.share.SharedPool;

/** How bodies of a kind are taken in: how long they may be, and from which memory. */
public record Intake(BodyReader reader, SharedPool memory) {}
