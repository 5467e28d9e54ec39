package org.weighhouse.ledger.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Amendment.Change;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.record.AmendmentSaid;
import org.weighhouse.ledger.internal.record.Correction;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.Placed;
import org.weighhouse.ledger.internal.record.ReferenceName;
import org.weighhouse.ledger.internal.record.TermsSet;

/** Every field of every record reads back as it was written, whatever stands beside it in the row. */
class RecordCodecPropertyTest {

    private static final long FIRST = 7;
    private static final int MOST = 300; // with two places to begin from
    private static final String[] TEXTS = {"", "a", "telegram", "спам", "写", "🙂", "x".repeat(128)};
    private static final ZoneId[] ZONES = {ZoneId.of("UTC"), ZoneId.of("Asia/Kathmandu"), ZoneId.of("+05:45")};

    private Random random = new Random();
    private long nextSequence;
    private final Map<WorkspaceId, Long> numbers = new HashMap<>();

    @Property(tries = 500)
    void everyFieldReadsBack(@ForAll long seed) {
        random = new Random(seed);
        nextSequence = FIRST;
        numbers.clear();
        List<JournalRecord> records = new ArrayList<>();
        RecordEncoder encoder = new RecordEncoder();
        int count = random.nextInt(MOST);
        for (int i = 0; i < count; i++) {
            records.add(record());
            encoder.add(records.getLast());
        }
        List<Placed> placed = records.stream()
                .filter(Placed.class::isInstance)
                .map(Placed.class::cast)
                .toList();
        JournalPage page = JournalPage.open(new JournalRow(
                5, FIRST, placed.size(), 0, 0, 0, RecordEncoder.VERSION, encoder.toBytes(), 0, new byte[0]));

        List<JournalRecord> read = new ArrayList<>();
        page.forEach(read::add);

        assertThat(read).isEqualTo(records);
        for (int i = 0; i < placed.size(); i++) {
            assertThat(page.placed(i)).isEqualTo(placed.get(i));
        }
    }

    private JournalRecord record() {
        return switch (random.nextInt(9)) {
            case 0 -> amendment();
            case 1 -> new TermsSet(workspace(), new Terms(any(ZONES), allowances()), time());
            case 2 ->
                new GrantGiven(
                        workspace(),
                        text(),
                        any(Unit.values()),
                        any(Grant.Kind.values()),
                        random.nextLong(),
                        time(),
                        time(),
                        random.nextInt(1_001),
                        random.nextInt(30_000) - 1);
            case 3 -> new Held(id(), workspace(), amounts(), time());
            case 4 -> new HoldSettled(id(), workspace(), any(HoldSettled.How.values()), time());
            default -> entry();
        };
    }

    private EntryWritten entry() {
        WorkspaceId workspace = workspace();
        long number = numbers.merge(workspace, 1 + random.nextLong(3), Long::sum);
        String reference = random.nextBoolean() ? "" : "wamid." + random.nextInt(3);
        return new EntryWritten(
                nextSequence++,
                number,
                workspace,
                text(),
                text(),
                time(),
                any(Unit.values()),
                random.nextLong(),
                measures(),
                attribution(),
                reference,
                reference.isEmpty() ? 0 : random.nextInt(Integer.MAX_VALUE),
                correction());
    }

    private Correction correction() {
        return random.nextInt(3) > 0
                ? Correction.NONE
                : new Correction(
                        "c" + text(),
                        random.nextLong() >>> 1,
                        random.nextBoolean(),
                        random.nextLong(),
                        random.nextLong(),
                        measures());
    }

    private AmendmentSaid amendment() {
        List<Change> all = List.of(
                new Change.Kind(text()),
                new Change.Market(text()),
                new Change.Quantity(random.nextInt(1_000_001)),
                new Change.Cost(new Amount(random.nextLong() >>> 1)));
        int from = random.nextInt(all.size());
        List<Change> changes = all.subList(from, from + 1 + random.nextInt(all.size() - from));
        Instant asOf = Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000) * 1_000L);
        ReferenceName name = new ReferenceName(workspace(), text(), "r" + text());
        Amendment said = new Amendment("i" + text(), text(), asOf, changes);
        return new AmendmentSaid(nextSequence++, name, random.nextInt(10_000), said);
    }

    private Measures measures() {
        return switch (random.nextInt(4)) {
            case 0 -> Measures.of(1);
            case 1 -> Measures.of(random.nextLong());
            case 2 -> Measures.NONE;
            default -> new Measures(random.nextInt(2), random.nextLong(), random.nextLong(), tokens());
        };
    }

    private TokenBuckets tokens() {
        return new TokenBuckets(
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong());
    }

    private Attribution attribution() {
        Attribution attribution = Attribution.NONE.withSubscriber(text());
        for (Dimension dimension : Dimension.values()) {
            attribution = attribution.with(dimension, text());
        }
        return attribution;
    }

    private Map<Unit, Allowance> allowances() {
        Map<Unit, Allowance> allowances = new EnumMap<>(Unit.class);
        amounts()
                .forEach((unit, amount) -> allowances.put(
                        unit, new Allowance(amount, any(Allowance.Limit.values()), random.nextBoolean())));
        return allowances;
    }

    private Map<Unit, Amount> amounts() {
        Map<Unit, Amount> amounts = new EnumMap<>(Unit.class);
        for (Unit unit : Unit.values()) {
            if (random.nextBoolean()) {
                amounts.put(unit, new Amount(random.nextLong() >>> 1));
            }
        }
        return amounts;
    }

    private long time() {
        return random.nextLong() >>> (1 + random.nextInt(40));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private WorkspaceId workspace() {
        return new WorkspaceId("w" + random.nextInt(4));
    }

    private String text() {
        return any(TEXTS);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
