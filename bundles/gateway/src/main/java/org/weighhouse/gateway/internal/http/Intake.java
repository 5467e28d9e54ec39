package org.weighhouse.gateway.internal.http;

/** How bodies of a kind are taken in: how long they may be, and from which memory. */
public record Intake(BodyReader reader, ByteBudget budget) {}
