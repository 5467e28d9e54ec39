package org.weighhouse.ledger.internal.memory;

import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;

/**
 * 64 bits that tell one correction's content from another's. When it was made is none of it: it counts at the time of its
 * original. Part of what is stored with a correction: never change the
 * calculation.
 */
public final class ContentHash {

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private long state = 0x243F6A8885A308D3L;

    private ContentHash() {}

    public static long of(Unit unit, long amountMilli, Attribution attribution, Measures measures, String corrects) {
        ContentHash hash = new ContentHash();
        hash.add(unit.ordinal());
        hash.add(amountMilli);
        for (Dimension dimension : Dimension.values()) {
            hash.add(attribution.get(dimension));
        }
        hash.add(attribution.subscriber());
        hash.add(measures.quantity());
        hash.add(measures.toolCalls());
        hash.add(measures.millis());
        TokenBuckets tokens = measures.tokens();
        hash.add(tokens.input());
        hash.add(tokens.output());
        hash.add(tokens.cacheRead());
        hash.add(tokens.cacheWrite());
        hash.add(tokens.cacheWriteLong());
        hash.add(tokens.reasoning());
        hash.add(corrects);
        return hash.state;
    }

    private void add(long value) {
        long mixed = (state ^ value) * PRIME;
        state = mixed ^ mixed >>> 29;
    }

    private void add(String text) {
        add(text.length());
        for (int i = 0; i < text.length(); i++) {
            state = (state ^ text.charAt(i)) * PRIME;
        }
        state ^= state >>> 32;
    }
}
