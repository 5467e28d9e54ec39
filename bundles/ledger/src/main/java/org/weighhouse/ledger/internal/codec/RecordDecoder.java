package org.weighhouse.ledger.internal.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.ledger.internal.record.AmendmentSaid;
import org.weighhouse.ledger.internal.record.Correction;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.record.ReferenceName;
import org.weighhouse.ledger.internal.record.TermsSet;

/** Unpacks records one after the other, from a place where reading can begin. Not thread-safe. */
final class RecordDecoder {

    private static final List<Unit> UNITS = List.of(Unit.values());
    private static final List<Grant.Kind> KINDS = List.of(Grant.Kind.values());
    private static final List<Allowance.Limit> LIMITS = List.of(Allowance.Limit.values());
    private static final List<HoldSettled.How> HOWS = List.of(HoldSettled.How.values());

    private static final Measures ONE = Measures.of(1);

    private final ByteSource source;
    private final Dictionary dictionary;
    private final long firstSequence;
    private int nextPlace;
    private long lastTime;

    /**
     * Begins to read.
     *
     * @param source at a record
     * @param firstSequence sequence of the row's first place
     * @param nextPlace index of the next place within the row
     */
    RecordDecoder(ByteSource source, Dictionary dictionary, long firstSequence, int nextPlace) {
        this.source = source;
        this.dictionary = dictionary;
        this.firstSequence = firstSequence;
        this.nextPlace = nextPlace;
    }

    /** Index of the next place within the row; how many there are, at the end. */
    int nextPlace() {
        return nextPlace;
    }

    boolean hasNext() {
        return !source.isAtEnd();
    }

    /** @throws CodecException for bytes that make no sense */
    JournalRecord next() {
        try {
            return record();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new CodecException("a record makes no sense: " + e.getMessage());
        }
    }

    private JournalRecord record() {
        int tag = source.readByte();
        if ((tag & Tag.ENTRY) != 0) {
            return entry(at(UNITS, tag & Tag.UNIT_MASK));
        }
        return switch (tag) {
            case Tag.AMENDMENT -> amendment();
            case Tag.TERMS -> terms();
            case Tag.GRANT -> grant();
            case Tag.HELD -> held();
            case Tag.SETTLED -> new HoldSettled(id(), workspace(), oneOf(HOWS), time());
            default -> throw new CodecException("unknown record " + tag);
        };
    }

    private void place() {
        if (nextPlace % RecordEncoder.ENTRIES_BETWEEN_STARTS == 0) {
            lastTime = 0;
        }
    }

    private EntryWritten entry(Unit unit) {
        place();
        int flags = source.readByte();
        int workspace = source.readCount();
        long number = dictionary.firstNumber(workspace) + source.readVarint();
        String reporter = text();
        String id = source.readText();
        long time = time();
        long amount = source.readSigned();
        Attribution attribution = attribution();
        if ((flags & Tag.WITH_SUBSCRIBER) != 0) {
            attribution = attribution.withSubscriber(source.readText());
        }
        String reference = (flags & Tag.WITH_REFERENCE) == 0 ? "" : source.readText();
        int occurrence = (flags & Tag.WITH_OCCURRENCE) == 0 ? 0 : source.readCount();
        Measures measures = (flags & Tag.ONE) == 0 ? measures(flags) : ONE;
        Correction correction = (flags & Tag.WITH_CORRECTION) == 0 ? Correction.NONE : correction();
        return new EntryWritten(
                firstSequence + nextPlace++,
                number,
                dictionary.workspace(workspace),
                reporter,
                id,
                time,
                unit,
                amount,
                measures,
                attribution,
                reference,
                occurrence,
                correction);
    }

    private Correction correction() {
        return new Correction(
                source.readText(),
                source.readVarint(),
                source.readByte() == 1,
                source.readFixed(),
                source.readSigned(),
                measures(Tag.WITH_MEASURES));
    }

    private AmendmentSaid amendment() {
        place();
        ReferenceName name = new ReferenceName(workspace(), text(), source.readText());
        int number = source.readCount();
        String id = source.readText();
        String part = source.readText();
        Instant asOf = Micros.toInstant(time());
        List<Amendment.Change> changes = new ArrayList<>();
        int count = source.readCount();
        for (int i = 0; i < count; i++) {
            changes.add(change());
        }
        return new AmendmentSaid(firstSequence + nextPlace++, name, number, new Amendment(id, part, asOf, changes));
    }

    private Amendment.Change change() {
        int tag = source.readByte();
        return switch (tag) {
            case Tag.KIND -> new Amendment.Change.Kind(text());
            case Tag.MARKET -> new Amendment.Change.Market(text());
            case Tag.QUANTITY -> new Amendment.Change.Quantity(source.readVarint());
            case Tag.COST -> new Amendment.Change.Cost(new Amount(source.readVarint()));
            default -> throw new CodecException("unknown change " + tag);
        };
    }

    private TermsSet terms() {
        WorkspaceId workspace = workspace();
        ZoneId zone = ZoneId.of(text());
        long since = time();
        int count = source.readCount();
        Map<Unit, Allowance> allowances = new EnumMap<>(Unit.class);
        for (int i = 0; i < count; i++) {
            Unit unit = oneOf(UNITS);
            Amount amount = new Amount(source.readVarint());
            allowances.put(unit, new Allowance(amount, oneOf(LIMITS), source.readByte() == 1));
        }
        return new TermsSet(workspace, new Terms(zone, allowances), since);
    }

    private GrantGiven grant() {
        return new GrantGiven(
                workspace(),
                source.readText(),
                oneOf(UNITS),
                oneOf(KINDS),
                source.readSigned(),
                source.readVarint(),
                source.readVarint(),
                source.readCount(),
                (int) source.readSigned());
    }

    private Held held() {
        UUID id = id();
        WorkspaceId workspace = workspace();
        int count = source.readCount();
        Map<Unit, Amount> amounts = new EnumMap<>(Unit.class);
        for (int i = 0; i < count; i++) {
            amounts.put(oneOf(UNITS), new Amount(source.readVarint()));
        }
        return new Held(id, workspace, amounts, time());
    }

    private UUID id() {
        return new UUID(source.readFixed(), source.readFixed());
    }

    private long time() {
        lastTime += source.readSigned();
        return lastTime;
    }

    private Measures measures(int flags) {
        long quantity = source.readSigned();
        if ((flags & Tag.WITH_MEASURES) == 0) {
            return Measures.of(quantity);
        }
        long toolCalls = source.readSigned();
        long millis = source.readSigned();
        TokenBuckets tokens = new TokenBuckets(
                source.readSigned(),
                source.readSigned(),
                source.readSigned(),
                source.readSigned(),
                source.readSigned(),
                source.readSigned());
        return new Measures(quantity, toolCalls, millis, tokens);
    }

    private WorkspaceId workspace() {
        return dictionary.workspace(source.readCount());
    }

    private String text() {
        return dictionary.text(source.readCount());
    }

    private Attribution attribution() {
        return dictionary.attribution(source.readCount());
    }

    private <T> T oneOf(List<T> values) {
        return at(values, source.readByte());
    }

    private static <T> T at(List<T> values, int index) {
        if (index >= values.size()) {
            throw new CodecException("a reference points nowhere");
        }
        return values.get(index);
    }
}
