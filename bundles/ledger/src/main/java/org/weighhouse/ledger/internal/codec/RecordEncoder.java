package org.weighhouse.ledger.internal.codec;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.ledger.internal.record.Amendment;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.TermsSet;

/**
 * Packs the records of one journal row. Texts and attributions that come again are written once and then referred to by
 * number; times are differences to the time before. A row is read from its beginning.
 */
public final class RecordEncoder {

    /** Version of the form written here; every form ever written can be read. */
    public static final int VERSION = 1;

    private final ByteSink sink = new ByteSink(4_096);
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Attribution, Integer> attributions = new HashMap<>();
    private Attribution lastAttribution = Attribution.NONE;
    private int lastAttributionNumber = -1;
    private long lastTime;

    public void add(JournalRecord record) {
        switch (record) {
            case EntryWritten entry -> entry(entry);
            case TermsSet terms -> terms(terms);
            case GrantGiven grant -> grant(grant);
            case Held held -> held(held);
            case HoldSettled settled -> settled(settled);
        }
    }

    public boolean isEmpty() {
        return sink.size() == 0;
    }

    public byte[] toBytes() {
        return sink.toBytes();
    }

    private void entry(EntryWritten entry) {
        boolean withTokens = !TokenBuckets.NONE.equals(entry.tokens());
        String subscriber = entry.attribution().subscriber();
        sink.writeByte(Tag.ENTRY);
        sink.writeByte(entry.unit().ordinal()
                | (withTokens ? Tag.WITH_TOKENS : 0)
                | (entry.isCorrection() ? Tag.WITH_AMENDMENT : 0)
                | (subscriber.isEmpty() ? 0 : Tag.WITH_SUBSCRIBER));
        text(entry.workspace().value());
        text(entry.source());
        sink.writeText(entry.id());
        time(entry.time());
        sink.writeSigned(entry.amountMilli());
        attribution(entry.attribution());
        if (!subscriber.isEmpty()) {
            sink.writeText(subscriber);
        }
        if (withTokens) {
            tokens(entry.tokens());
        }
        if (entry.isCorrection()) {
            amendment(entry.amendment());
        }
    }

    private void amendment(Amendment amendment) {
        sink.writeText(amendment.corrects());
        sink.writeVarint(amendment.original());
        sink.writeByte(amendment.last() ? 1 : 0);
        sink.writeFixed(amendment.contentHash());
        sink.writeSigned(amendment.statedMilli());
        tokens(amendment.statedTokens());
    }

    private void terms(TermsSet record) {
        sink.writeByte(Tag.TERMS);
        text(record.workspace().value());
        text(record.terms().zone().getId());
        time(record.since());
        Map<Unit, Allowance> byUnit = new EnumMap<>(Unit.class);
        byUnit.putAll(record.terms().allowances());
        sink.writeVarint(byUnit.size());
        byUnit.forEach((unit, allowance) -> {
            sink.writeByte(unit.ordinal());
            sink.writeVarint(allowance.amount().milli());
            sink.writeByte(allowance.limit().ordinal());
            sink.writeByte(allowance.rollsOver() ? 1 : 0);
        });
    }

    private void grant(GrantGiven grant) {
        sink.writeByte(Tag.GRANT);
        text(grant.workspace().value());
        sink.writeText(grant.id());
        sink.writeByte(grant.unit().ordinal());
        sink.writeByte(grant.kind().ordinal());
        sink.writeSigned(grant.amountMilli());
        sink.writeVarint(grant.from());
        sink.writeVarint(grant.expires());
        sink.writeVarint(grant.priority());
        sink.writeSigned(grant.month());
    }

    private void held(Held held) {
        sink.writeByte(Tag.HELD);
        id(held.id());
        text(held.workspace().value());
        Map<Unit, Amount> byUnit = new EnumMap<>(Unit.class);
        byUnit.putAll(held.amounts());
        sink.writeVarint(byUnit.size());
        byUnit.forEach((unit, amount) -> {
            sink.writeByte(unit.ordinal());
            sink.writeVarint(amount.milli());
        });
        time(held.expires());
    }

    private void settled(HoldSettled settled) {
        sink.writeByte(Tag.SETTLED);
        id(settled.id());
        text(settled.workspace().value());
        sink.writeByte(settled.how().ordinal());
    }

    private void id(UUID id) {
        sink.writeFixed(id.getMostSignificantBits());
        sink.writeFixed(id.getLeastSignificantBits());
    }

    private void time(long micros) {
        sink.writeSigned(micros - lastTime);
        lastTime = micros;
    }

    private void tokens(TokenBuckets tokens) {
        sink.writeSigned(tokens.input());
        sink.writeSigned(tokens.output());
        sink.writeSigned(tokens.cacheRead());
        sink.writeSigned(tokens.cacheWrite());
        sink.writeSigned(tokens.reasoning());
    }

    /** Zero and the text itself the first time, its number plus one from then on. */
    private void text(String text) {
        int number = texts.getOrDefault(text, -1);
        sink.writeVarint(number + 1L);
        if (number < 0) {
            texts.put(text, texts.size());
            sink.writeText(text);
        }
    }

    private void attribution(Attribution attribution) {
        Attribution dimensions = attribution.subscriber().isEmpty() ? attribution : attribution.withSubscriber("");
        int number =
                dimensions.equals(lastAttribution) ? lastAttributionNumber : attributions.getOrDefault(dimensions, -1);
        sink.writeVarint(number + 1L);
        if (number < 0) {
            number = attributions.size();
            attributions.put(dimensions, number);
            for (Dimension dimension : Dimension.values()) {
                text(dimensions.get(dimension));
            }
        }
        lastAttribution = dimensions;
        lastAttributionNumber = number;
    }
}
