package org.weighhouse.api.pricing;

/**
 * What a rate card or price book does to one row of the one before.
 *
 * @param row what it matches, such as {@code whatsapp / marketing / DE}
 * @param before what it said; empty for a new row
 * @param after what it says; empty for a row that is gone
 */
public record PriceChange(String row, String before, String after) {}
