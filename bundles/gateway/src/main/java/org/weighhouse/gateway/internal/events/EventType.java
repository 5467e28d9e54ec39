package org.weighhouse.gateway.internal.events;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The CloudEvents that are understood, and the fields of each beside the attribution that all may have. */
enum EventType {
    MESSAGE_SENT("message.sent", EnumSet.of(DataField.QUANTITY)),
    AI_TOKENS("ai.tokens", Fields.TOKENS),
    SUBSCRIBER_ACTIVE("subscriber.active", EnumSet.noneOf(DataField.class)),
    ENGAGEMENT("engagement", EnumSet.of(DataField.VALUE)),
    USAGE_CORRECTED("usage.corrected", EnumSet.allOf(DataField.class));

    /** Sets that the constants are made of. */
    static final class Fields {
        static final Set<DataField> ATTRIBUTION = EnumSet.range(DataField.CHANNEL, DataField.SUBSCRIBER);
        /** What an AI call is measured by; one of them is enough, for some calls have sound and no tokens. */
        static final Set<DataField> MEASURES = EnumSet.range(DataField.INPUT, DataField.SECONDS);

        static final Set<DataField> TOKENS = tokens();

        private Fields() {}

        private static Set<DataField> tokens() {
            Set<DataField> tokens = EnumSet.copyOf(MEASURES);
            tokens.add(DataField.PROVIDER);
            return tokens;
        }
    }

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::typeName, Function.identity()));

    private final String typeName;
    private final long fields;

    EventType(String typeName, Set<DataField> own) {
        this.typeName = typeName;
        this.fields = DataField.bits(Fields.ATTRIBUTION) | DataField.bits(own);
    }

    String typeName() {
        return typeName;
    }

    /** The bits of its fields. */
    long fields() {
        return fields;
    }

    /** The type of a name; null if there is none. Stays inside this package, on its hottest path. */
    static EventType ofName(String name) {
        return BY_NAME.get(name);
    }

    static String names() {
        return Arrays.stream(values()).map(EventType::typeName).collect(Collectors.joining(", "));
    }
}
