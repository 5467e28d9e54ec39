package org.weighhouse.ledger.internal.codec;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.ledger.internal.journal.Location;
import org.weighhouse.ledger.internal.record.AmendmentSaid;
import org.weighhouse.ledger.internal.record.Correction;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.record.TermsSet;

/**
 * Packs the records of one journal row: first how many dimensions and units there were when it was written, the texts and
 * attributions that the records refer to by number, and what each workspace's entries are numbered from; then the places
 * to begin reading from, then the records. Times are differences to the time before, since such a place.
 */
public final class RecordEncoder {

    /** Version of the form written here; every form ever released can be read. */
    public static final int VERSION = 3;

    /** Reading can begin at every so many-th entry or amendment. */
    static final int ENTRIES_BETWEEN_STARTS = 128;

    private final ByteSink records = new ByteSink(4_096);
    private final ByteSink starts = new ByteSink(64);
    private final TextNumbers texts = new TextNumbers();
    private final AttributionNumbers attributions = new AttributionNumbers();
    /** By the number of the workspace's text. */
    private final Map<Integer, Long> firstNumbers = new LinkedHashMap<>();

    private long lastTime;
    private int places;
    private int startCount;
    private int lastStart;

    /** @throws IllegalStateException if a row cannot have so many entries */
    public void add(JournalRecord record) {
        switch (record) {
            case EntryWritten entry -> entry(entry);
            case AmendmentSaid said -> amendment(said);
            case TermsSet terms -> terms(terms);
            case GrantGiven grant -> grant(grant);
            case Held held -> held(held);
            case HoldSettled settled -> settled(settled);
        }
    }

    public byte[] toBytes() {
        ByteSink references = references();
        ByteSink body = new ByteSink(records.size() + starts.size() + references.size() + 32 * (texts.size() + 1));
        body.writeVarint(Dimension.values().length);
        body.writeVarint(Unit.values().length);
        body.writeVarint(texts.size());
        for (int number = 0; number < texts.size(); number++) {
            body.writeText(texts.value(number));
        }
        body.writeVarint(attributions.size());
        body.writeAll(references);
        body.writeVarint(firstNumbers.size());
        firstNumbers.forEach((workspace, number) -> {
            body.writeVarint(workspace);
            body.writeVarint(number);
        });
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

    private void place() {
        if (places == Location.MAX_ENTRIES_IN_ROW) {
            throw new IllegalStateException("too many entries for one row");
        }
        if (places++ % ENTRIES_BETWEEN_STARTS == 0) {
            startHere();
        }
    }

    private void entry(EntryWritten entry) {
        place();
        int flags = flags(entry);
        records.writeByte(Tag.ENTRY | entry.unit().ordinal());
        records.writeByte(flags);
        int workspace = texts.numberOf(entry.workspace().value());
        records.writeVarint(workspace);
        records.writeVarint(entry.number() - firstNumbers.computeIfAbsent(workspace, any -> entry.number()));
        text(entry.source());
        records.writeText(entry.id());
        time(entry.time());
        records.writeSigned(entry.amountMilli());
        records.writeVarint(attributions.numberOf(entry.attribution()));
        if ((flags & Tag.WITH_SUBSCRIBER) != 0) {
            records.writeText(entry.attribution().subscriber());
        }
        if ((flags & Tag.WITH_REFERENCE) != 0) {
            records.writeText(entry.reference());
        }
        if ((flags & Tag.WITH_OCCURRENCE) != 0) {
            records.writeVarint(entry.occurrence());
        }
        if ((flags & Tag.ONE) == 0) {
            measures(entry.measures(), flags);
        }
        if ((flags & Tag.WITH_CORRECTION) != 0) {
            correction(entry.correction());
        }
    }

    private static int flags(EntryWritten entry) {
        Measures measures = entry.measures();
        int measured = isOne(measures) ? Tag.ONE : isPlain(measures) ? 0 : Tag.WITH_MEASURES;
        return measured
                | (entry.isCorrection() ? Tag.WITH_CORRECTION : 0)
                | (entry.attribution().subscriber().isEmpty() ? 0 : Tag.WITH_SUBSCRIBER)
                | (entry.hasReference() ? Tag.WITH_REFERENCE : 0)
                | (entry.occurrence() == 0 ? 0 : Tag.WITH_OCCURRENCE);
    }

    private static boolean isOne(Measures measures) {
        return measures.quantity() == 1 && isPlain(measures);
    }

    private static boolean isPlain(Measures measures) {
        return measures.toolCalls() == 0 && measures.millis() == 0 && TokenBuckets.NONE.equals(measures.tokens());
    }

    private void correction(Correction correction) {
        records.writeText(correction.corrects());
        records.writeVarint(correction.original());
        records.writeByte(correction.last() ? 1 : 0);
        records.writeFixed(correction.contentHash());
        records.writeSigned(correction.statedMilli());
        measures(correction.statedMeasures(), Tag.WITH_MEASURES);
    }

    private void amendment(AmendmentSaid said) {
        place();
        records.writeByte(Tag.AMENDMENT);
        text(said.workspace().value());
        text(said.name().channel());
        records.writeText(said.name().reference());
        records.writeVarint(said.number());
        Amendment amendment = said.amendment();
        records.writeText(amendment.id());
        records.writeText(amendment.part());
        time(Micros.of(amendment.asOf()));
        records.writeVarint(amendment.changes().size());
        amendment.changes().forEach(this::change);
    }

    private void change(Amendment.Change change) {
        switch (change) {
            case Amendment.Change.Kind kind -> {
                records.writeByte(Tag.KIND);
                text(kind.value());
            }
            case Amendment.Change.Market market -> {
                records.writeByte(Tag.MARKET);
                text(market.value());
            }
            case Amendment.Change.Quantity quantity -> {
                records.writeByte(Tag.QUANTITY);
                records.writeVarint(quantity.value());
            }
            case Amendment.Change.Cost cost -> {
                records.writeByte(Tag.COST);
                records.writeVarint(cost.value().milli());
            }
        }
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

    private void measures(Measures measures, int flags) {
        records.writeSigned(measures.quantity());
        if ((flags & Tag.WITH_MEASURES) != 0) {
            TokenBuckets tokens = measures.tokens();
            records.writeSigned(measures.toolCalls());
            records.writeSigned(measures.millis());
            records.writeSigned(tokens.input());
            records.writeSigned(tokens.output());
            records.writeSigned(tokens.cacheRead());
            records.writeSigned(tokens.cacheWrite());
            records.writeSigned(tokens.cacheWriteLong());
            records.writeSigned(tokens.reasoning());
        }
    }

    private void text(String text) {
        records.writeVarint(texts.numberOf(text));
    }
}
