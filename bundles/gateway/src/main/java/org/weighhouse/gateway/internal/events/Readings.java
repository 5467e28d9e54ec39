package org.weighhouse.gateway.internal.events;

import java.util.Set;
import java.util.stream.Collectors;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Texts;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.gateway.internal.http.Names;

/** Makes readings and attributions out of an event's data. */
final class Readings {

    private static final Set<String> ENGAGEMENTS = Set.of("click", "reply", "conversion");

    /** Account and key tell what went over the gateway, and an event did not. */
    private static final String NOT_SAID = "";

    private Readings() {}

    static Reading of(EventType type, DataDraft data, int index) {
        return switch (type) {
            case MESSAGE_SENT -> messages(data, 1, index);
            case AI_TOKENS -> tokens(data, index);
            case SUBSCRIBER_ACTIVE -> subscriber(data, index);
            case ENGAGEMENT -> engagement(data, index);
            case USAGE_CORRECTED -> corrected(data, index);
        };
    }

    static Attribution attribution(DataDraft data, int index) {
        for (DataField field : EventType.Fields.ATTRIBUTION) {
            if (!Texts.isReadable(data.text(field))) {
                throw EventRefused.malformed(index, "data." + field.key(), Names.UNREADABLE);
            }
            if (data.text(field).length() > Attribution.MAX_LENGTH) {
                throw EventRefused.malformed(
                        index, "data." + field.key(), "is longer than " + Attribution.MAX_LENGTH + " characters");
            }
        }
        return new Attribution(
                data.text(DataField.CHANNEL),
                data.text(DataField.KIND),
                data.text(DataField.CAMPAIGN),
                data.text(DataField.FLOW),
                data.text(DataField.FEATURE),
                data.text(DataField.MODEL),
                data.text(DataField.MARKET),
                NOT_SAID,
                NOT_SAID,
                data.text(DataField.SUBSCRIBER));
    }

    private static Reading messages(DataDraft data, long least, int index) {
        long quantity = data.whole(DataField.QUANTITY, 1);
        if (quantity < least || quantity > Reading.MAX_QUANTITY) {
            throw EventRefused.malformed(
                    index, "data.quantity", "must be a whole number from " + least + " to " + Reading.MAX_QUANTITY);
        }
        return new Reading.Messages(quantity);
    }

    private static Reading tokens(DataDraft data, int index) {
        if (!data.hasAny(EventType.Fields.MEASURES)) {
            String names =
                    EventType.Fields.MEASURES.stream().map(DataField::key).collect(Collectors.joining(", "));
            throw EventRefused.malformed(index, "data", "must have at least one of " + names);
        }
        TokenBuckets buckets = new TokenBuckets(
                data.whole(DataField.INPUT, 0),
                data.whole(DataField.OUTPUT, 0),
                data.whole(DataField.CACHE_READ, 0),
                data.whole(DataField.CACHE_WRITE, 0),
                data.whole(DataField.CACHE_WRITE_LONG, 0),
                data.whole(DataField.REASONING, 0));
        return new Reading.Tokens(
                provider(data, index),
                buckets,
                data.whole(DataField.TOOL_CALLS, 0),
                data.decimal(DataField.SECONDS).movePointRight(3).longValueExact());
    }

    private static Reading subscriber(DataDraft data, int index) {
        if (data.text(DataField.SUBSCRIBER).isEmpty()) {
            throw EventRefused.malformed(index, "data.subscriber", "is required");
        }
        return new Reading.ActiveSubscriber();
    }

    private static Reading engagement(DataDraft data, int index) {
        if (!ENGAGEMENTS.contains(data.text(DataField.KIND))) {
            throw EventRefused.malformed(index, "data.kind", "must be click, reply or conversion");
        }
        return new Reading.Engagement(Amount.of(data.decimal(DataField.VALUE)));
    }

    /** A correction has the fields of what it corrects, and those tell which it is. */
    private static Reading corrected(DataDraft data, int index) {
        if (data.text(DataField.CORRECTS).isEmpty()) {
            throw EventRefused.malformed(index, "data.corrects", "is required");
        }
        boolean tokens = data.hasAny(EventType.Fields.TOKENS);
        boolean messages = data.has(DataField.QUANTITY);
        boolean engagement =
                data.has(DataField.VALUE) || (!messages && ENGAGEMENTS.contains(data.text(DataField.KIND)));
        if ((tokens ? 1 : 0) + (messages ? 1 : 0) + (engagement ? 1 : 0) > 1) {
            throw EventRefused.malformed(index, "data", "mixes the fields of several types");
        }
        if (tokens) {
            return tokens(data, index);
        }
        if (engagement) {
            return engagement(data, index);
        }
        if (!data.has(DataField.QUANTITY)) {
            throw EventRefused.malformed(index, "data.quantity", "is required in a correction of messages");
        }
        return messages(data, 0, index);
    }

    private static String provider(DataDraft data, int index) {
        String text = data.text(DataField.PROVIDER);
        if (text.length() > Attribution.MAX_LENGTH || !Texts.isReadable(text)) {
            throw EventRefused.malformed(
                    index,
                    "data.provider",
                    "must have at most " + Attribution.MAX_LENGTH + " characters and no control characters");
        }
        return text;
    }
}
