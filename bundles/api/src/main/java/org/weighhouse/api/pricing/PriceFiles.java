package org.weighhouse.api.pricing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;

/**
 * Rate cards and price books as files, and what one changes about another. Numbers are decimals all
 * the way, and what cannot be kept exactly is refused. Files are UTF-8, at most {@link #MAX_BYTES} long. All
 * that reads throws {@link IllegalArgumentException} for what it does not take, in words for whoever made the file, with the
 * line. Thread-safe.
 */
@ProviderType
public interface PriceFiles {

    /** Most bytes of a file: 16 MiB, ten times the longest list known. */
    int MAX_BYTES = 16 << 20;

    /** Reads CSV as {@link #write(RateCard, OutputStream)} writes it; columns in any order. */
    RateCard readRateCard(Instant effectiveFrom, InputStream csv) throws IOException;

    /** Reads CSV as {@link #write(PriceBook, OutputStream)} writes it; columns in any order. */
    PriceBook readPriceBook(Instant effectiveFrom, InputStream csv) throws IOException;

    /**
     * Takes the prices of models over from LiteLLM's price list, a JSON file with prices in US dollars. As it was written
     * by programs that keep binary fractions, a price is rounded to the millionth for a million tokens. A bucket without a
     * price of its own has the one it would be billed at without a cache: input or output.
     *
     * @param base what stays: the prices of messages, and of models of other providers
     * @param providers whose models are taken, by LiteLLM's names for them, such as {@code openai}
     */
    PriceBook readLiteLlm(PriceBook base, Instant effectiveFrom, Set<String> providers, InputStream json)
            throws IOException;

    /** Writes CSV with one row for each of the card's, in their order. */
    void write(RateCard card, OutputStream out) throws IOException;

    /**
     * Writes CSV with one row for each of the book's, in their order: prices of messages, tool calls and minutes in the
     * workspace's currency, those of tokens in that currency for a million.
     */
    void write(PriceBook book, OutputStream out) throws IOException;

    /** What differs, row by row; empty if nothing does. */
    List<PriceChange> changes(RateCard before, RateCard after);

    /** What differs, row by row; empty if nothing does. */
    List<PriceChange> changes(PriceBook before, PriceBook after);
}
