package org.weighhouse.ledger.internal.codec;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.ledger.internal.record.Amendment;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.TermsSet;

/** Unpacks records one after the other, from a place where reading can begin. Not thread-safe. */
final class RecordDecoder {

    private static final List<Unit> UNITS = List.of(Unit.values());
    private static final List<Grant.Kind> KINDS = List.of(Grant.Kind.values());
    private static final List<Allowance.Limit> LIMITS = List.of(Allowance.Limit.values());
    private static final List<HoldSettled.How> HOWS = List.of(HoldSettled.How.values());

    private final ByteSource source;
    private final Dictionary dictionary;
    private final long firstSequence;
    private int nextEntry;
    private long lastTime;

    /**
     * Begins to read.
     *
     * @param source at a record
     * @param firstSequence sequence of the row's first entry
     * @param nextEntry index of the next entry within the row
     */
    RecordDecoder(ByteSource source, Dictionary dictionary, long firstSequence, int nextEntry) {
        this.source = source;
        this.dictionary = dictionary;
        this.firstSequence = firstSequence;
        this.nextEntry = nextEntry;
    }

    /** Index of the next entry within the row; how many there are, at the end. */
    int nextEntry() {
        return nextEntry;
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
        return switch (tag) {
            case Tag.ENTRY -> entry();
            case Tag.TERMS -> terms();
            case Tag.GRANT -> grant();
            case Tag.HELD -> held();
            case Tag.SETTLED -> new HoldSettled(id(), workspace(), oneOf(HOWS), time());
            default -> throw new CodecException("unknown record " + tag);
        };
    }

    private EntryWritten entry() {
        if (nextEntry % RecordEncoder.ENTRIES_BETWEEN_STARTS == 0) {
            lastTime = 0;
        }
        int flags = source.readByte();
        Unit unit = at(UNITS, flags & Tag.UNIT_MASK);
        WorkspaceId workspace = workspace();
        String reporter = text();
        String id = source.readText();
        long time = time();
        long amount = source.readSigned();
        Attribution attribution = attribution();
        if ((flags & Tag.WITH_SUBSCRIBER) != 0) {
            attribution = attribution.withSubscriber(source.readText());
        }
        TokenBuckets tokens = (flags & Tag.WITH_TOKENS) == 0 ? TokenBuckets.NONE : tokens();
        Amendment amendment = (flags & Tag.WITH_AMENDMENT) == 0 ? Amendment.NONE : amendment();
        return new EntryWritten(
                firstSequence + nextEntry++,
                workspace,
                reporter,
                id,
                time,
                unit,
                amount,
                attribution,
                tokens,
                amendment);
    }

    private Amendment amendment() {
        return new Amendment(
                source.readText(),
                source.readVarint(),
                source.readByte() == 1,
                source.readFixed(),
                source.readSigned(),
                tokens());
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

    private TokenBuckets tokens() {
        return new TokenBuckets(
                source.readSigned(),
                source.readSigned(),
                source.readSigned(),
                source.readSigned(),
                source.readSigned());
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
