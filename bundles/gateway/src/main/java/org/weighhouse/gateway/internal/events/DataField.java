package org.weighhouse.gateway.internal.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the {@code data} of an event may hold. */
enum DataField {
    CHANNEL("channel", Kind.TEXT),
    KIND("kind", Kind.TEXT),
    CAMPAIGN("campaign", Kind.TEXT),
    FLOW("flow", Kind.TEXT),
    FEATURE("feature", Kind.TEXT),
    MODEL("model", Kind.TEXT),
    MARKET("market", Kind.TEXT),
    SUBSCRIBER("subscriber", Kind.TEXT),
    PROVIDER("provider", Kind.TEXT),
    CORRECTS("corrects", Kind.TEXT),
    QUANTITY("quantity", Kind.WHOLE),
    INPUT("input", Kind.WHOLE),
    OUTPUT("output", Kind.WHOLE),
    CACHE_READ("cacheRead", Kind.WHOLE),
    CACHE_WRITE("cacheWrite", Kind.WHOLE),
    CACHE_WRITE_LONG("cacheWriteLong", Kind.WHOLE),
    REASONING("reasoning", Kind.WHOLE),
    TOOL_CALLS("toolCalls", Kind.WHOLE),
    SECONDS("seconds", Kind.DECIMAL),
    VALUE("value", Kind.DECIMAL);

    enum Kind {
        TEXT("a text"),
        /** 0 to {@link #MAX_WHOLE}. */
        WHOLE("a whole number from 0 to " + DataField.MAX_WHOLE),
        /** Zero or more, at most three decimals. */
        DECIMAL("a number of zero or more with at most three decimals");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }

    /** Largest count in one event: six token buckets of it still add up far within a long's thousandths. */
    static final long MAX_WHOLE = 1_000_000_000_000L;

    private static final DataField[] ALL = values();
    private static final Map<String, DataField> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(DataField::key, Function.identity()));

    private final String key;
    private final Kind kind;

    DataField(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    String key() {
        return key;
    }

    Kind kind() {
        return kind;
    }

    /** A bit that no other field has. */
    long bit() {
        return 1L << ordinal();
    }

    static DataField ofBit(long bit) {
        return ALL[Long.numberOfTrailingZeros(bit)];
    }

    static long bits(Set<DataField> fields) {
        long bits = 0;
        for (DataField field : fields) {
            bits |= field.bit();
        }
        return bits;
    }

    /** The field of a name; null if there is none. Stays inside this package, on its hottest path. */
    static DataField ofKey(String key) {
        return BY_KEY.get(key);
    }
}
