package org.weighhouse.meter.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.catalog.PriceBook.ModelPrice;

/**
 * What one AI call costs by a row of a price book, in millionths of the currency:
 *
 * <pre>  sum of tokens × price per million ÷ 1,000,000 + tool calls × price + milliseconds × price per minute ÷ 60,000</pre>
 *
 * <p>worked out in whole numbers and rounded once, at the end, half up to a thousandth of a millionth. 1,000 tokens at
 * $0.0375 per million (a price of 37,500) are 37.5 millionths, or $0.0000375.
 */
final class CallCost {

    private static final long TOKENS_PER_PRICE = 1_000_000;
    private static final long MILLIS_PER_MINUTE = 60_000;
    /** What both divisors divide. */
    private static final long DENOMINATOR = 3 * TOKENS_PER_PRICE;

    private CallCost() {}

    /** @throws ArithmeticException if it is beyond what an {@link Amount} holds */
    static Amount of(ModelPrice price, Reading.Tokens call) {
        BigInteger numerator = tokens(price, call.buckets())
                .multiply(BigInteger.valueOf(DENOMINATOR / TOKENS_PER_PRICE))
                .add(product(call.toolCalls(), price.toolCall()).multiply(BigInteger.valueOf(DENOMINATOR)))
                .add(product(call.millis(), price.minute())
                        .multiply(BigInteger.valueOf(DENOMINATOR / MILLIS_PER_MINUTE)));
        // The quotient has to be cut at three decimals at once: a rounded sum of rounded parts would drift.
        return Amount.of(new BigDecimal(numerator).divide(BigDecimal.valueOf(DENOMINATOR), 3, RoundingMode.HALF_UP));
    }

    /** Input tokens, cached ones included: what bands for long contexts look at. */
    static long inputOf(TokenBuckets buckets) {
        long cached = Math.addExact(buckets.cacheRead(), Math.addExact(buckets.cacheWrite(), buckets.cacheWriteLong()));
        return Math.addExact(buckets.input(), cached);
    }

    private static BigInteger tokens(ModelPrice price, TokenBuckets buckets) {
        return product(buckets.input(), price.input())
                .add(product(buckets.output(), price.output()))
                .add(product(buckets.cacheRead(), price.cacheRead()))
                .add(product(buckets.cacheWrite(), price.cacheWrite()))
                .add(product(buckets.cacheWriteLong(), price.cacheWriteLong()))
                .add(product(buckets.reasoning(), price.reasoning()));
    }

    private static BigInteger product(long count, long price) {
        return BigInteger.valueOf(count).multiply(BigInteger.valueOf(price));
    }
}
