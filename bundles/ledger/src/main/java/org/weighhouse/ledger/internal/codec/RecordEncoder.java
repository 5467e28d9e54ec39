package org.weighhouse.ledger.internal.codec;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.ledger.internal.journal.Location;
import org.weighhouse.ledger.internal.record.Amendment;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.TermsSet;

/**
 * Packs the records of one journal row: first the texts and the attributions that the records refer to by number, then
 * the places to begin reading from, then the records. Times are differences to the time before, since such a place.
 */
public final class RecordEncoder {

    /** Version of the form written here; every form ever released can be read. */
    public static final int VERSION = 2;

    /** Reading can begin at every so many-th entry. */
    static final int ENTRIES_BETWEEN_STARTS = 128;

    private final ByteSink records = new ByteSink(4_096);
    private final ByteSink starts = new ByteSink(64);
    private final TextNumbers texts = new TextNumbers();
    private final AttributionNumbers attributions = new AttributionNumbers();
    private long lastTime;
    private int entries;
    private int startCount;
    private int lastStart;

    /** @throws IllegalStateException if a row cannot have so many entries */
    public void add(JournalRecord record) {
        switch (record) {
            case EntryWritten entry -> entry(entry);
            case TermsSet terms -> terms(terms);
            case GrantGiven grant -> grant(grant);
            case Held held -> held(held);
            case HoldSettled settled -> settled(settled);
        }
    }

    public byte[] toBytes() {
        ByteSink references = references();
        ByteSink body = new ByteSink(records.size() + starts.size() + references.size() + 32 * (texts.size() + 1));
        body.writeVarint(texts.size());
        for (int number = 0; number < texts.size(); number++) {
            body.writeText(texts.value(number));
        }
        body.writeVarint(attributions.size());
        body.writeAll(references);
        body.writeVarint(startCount);
        body.writeAll(starts);
        body.writeAll(records);
        return body.toBytes();
    }

    /** The attributions as numbers of their texts, which are numbered by this if they were not before. */
    private ByteSink references() {
        ByteSink references = new ByteSink(64);
        for (int number = 0; number < attributions.size(); number++) {
            for (Dimension dimension : Dimension.values()) {
                references.writeVarint(texts.numberOf(attributions.value(number).get(dimension)));
            }
        }
        return references;
    }

    /** From here on nothing depends on the records before. */
    private void startHere() {
        starts.writeVarint(records.size() - (long) lastStart);
        lastStart = records.size();
        startCount++;
        lastTime = 0;
    }

    private void entry(EntryWritten entry) {
        if (entries == Location.MAX_ENTRIES_IN_ROW) {
            throw new IllegalStateException("too many entries for one row");
        }
        if (entries++ % ENTRIES_BETWEEN_STARTS == 0) {
            startHere();
        }
        boolean withTokens = !TokenBuckets.NONE.equals(entry.tokens());
        String subscriber = entry.attribution().subscriber();
        records.writeByte(Tag.ENTRY);
        records.writeByte(entry.unit().ordinal()
                | (withTokens ? Tag.WITH_TOKENS : 0)
                | (entry.isCorrection() ? Tag.WITH_AMENDMENT : 0)
                | (subscriber.isEmpty() ? 0 : Tag.WITH_SUBSCRIBER));
        text(entry.workspace().value());
        text(entry.source());
        records.writeText(entry.id());
        time(entry.time());
        records.writeSigned(entry.amountMilli());
        records.writeVarint(attributions.numberOf(entry.attribution()));
        if (!subscriber.isEmpty()) {
            records.writeText(subscriber);
        }
        if (withTokens) {
            tokens(entry.tokens());
        }
        if (entry.isCorrection()) {
            amendment(entry.amendment());
        }
    }

    private void amendment(Amendment amendment) {
        records.writeText(amendment.corrects());
        records.writeVarint(amendment.original());
        records.writeByte(amendment.last() ? 1 : 0);
        records.writeFixed(amendment.contentHash());
        records.writeSigned(amendment.statedMilli());
        tokens(amendment.statedTokens());
    }

    private void terms(TermsSet record) {
        records.writeByte(Tag.TERMS);
        text(record.workspace().value());
        text(record.terms().zone().getId());
        time(record.since());
        Map<Unit, Allowance> byUnit = new EnumMap<>(Unit.class);
        byUnit.putAll(record.terms().allowances());
        records.writeVarint(byUnit.size());
        byUnit.forEach((unit, allowance) -> {
            records.writeByte(unit.ordinal());
            records.writeVarint(allowance.amount().milli());
            records.writeByte(allowance.limit().ordinal());
            records.writeByte(allowance.rollsOver() ? 1 : 0);
        });
    }

    private void grant(GrantGiven grant) {
        records.writeByte(Tag.GRANT);
        text(grant.workspace().value());
        records.writeText(grant.id());
        records.writeByte(grant.unit().ordinal());
        records.writeByte(grant.kind().ordinal());
        records.writeSigned(grant.amountMilli());
        records.writeVarint(grant.from());
        records.writeVarint(grant.expires());
        records.writeVarint(grant.priority());
        records.writeSigned(grant.month());
    }

    private void held(Held held) {
        records.writeByte(Tag.HELD);
        id(held.id());
        text(held.workspace().value());
        Map<Unit, Amount> byUnit = new EnumMap<>(Unit.class);
        byUnit.putAll(held.amounts());
        records.writeVarint(byUnit.size());
        byUnit.forEach((unit, amount) -> {
            records.writeByte(unit.ordinal());
            records.writeVarint(amount.milli());
        });
        time(held.expires());
    }

    private void settled(HoldSettled settled) {
        records.writeByte(Tag.SETTLED);
        id(settled.id());
        text(settled.workspace().value());
        records.writeByte(settled.how().ordinal());
        time(settled.expires());
    }

    private void id(UUID id) {
        records.writeFixed(id.getMostSignificantBits());
        records.writeFixed(id.getLeastSignificantBits());
    }

    private void time(long micros) {
        records.writeSigned(micros - lastTime);
        lastTime = micros;
    }

    private void tokens(TokenBuckets tokens) {
        records.writeSigned(tokens.input());
        records.writeSigned(tokens.output());
        records.writeSigned(tokens.cacheRead());
        records.writeSigned(tokens.cacheWrite());
        records.writeSigned(tokens.reasoning());
    }

    private void text(String text) {
        records.writeVarint(texts.numberOf(text));
    }
}
