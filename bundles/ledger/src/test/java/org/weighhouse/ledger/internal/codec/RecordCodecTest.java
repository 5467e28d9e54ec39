package org.weighhouse.ledger.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Terms;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.record.Correction;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.GrantGiven;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.JournalRecord;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.record.TermsSet;

class RecordCodecTest {

    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final Attribution FULL =
            new Attribution("telegram", "text", "спам", "", "写", "gpt", "DE", "main", "key-1", "u-🙂");
    private static final Measures MEASURES =
            new Measures(-3, 4, 5, new TokenBuckets(1, -2, 3_000_000_000L, 0, 7, Long.MAX_VALUE));

    private static final List<JournalRecord> RECORDS = List.of(
            entry(7, 1_790_000_000_000_000L, 5, FULL, Measures.of(1), Correction.NONE),
            entry(8, 0, -5, Attribution.NONE, MEASURES, new Correction("m", 7, true, -1, 12, MEASURES)),
            entry(9, 1, Long.MIN_VALUE, FULL, MEASURES, new Correction("m", 7, false, 99, 0, Measures.NONE)),
            new TermsSet(
                    ACME,
                    new Terms(
                            ZoneId.of("Asia/Kathmandu"),
                            Map.of(
                                    Unit.AI_TOKEN,
                                    new Allowance(Amount.of(5), Allowance.Limit.SOFT, true),
                                    Unit.MESSAGE_CREDIT,
                                    new Allowance(Amount.ZERO, Allowance.Limit.HARD, false))),
                    12_345),
            new GrantGiven(
                    ACME, "g", Unit.SUBSCRIBER, Grant.Kind.PROMOTION, 1_000, 0, Micros.NEVER, 300, GrantGiven.NO_MONTH),
            new GrantGiven(ACME, "allowance/2026-11", Unit.AI_TOKEN, Grant.Kind.ALLOWANCE, 1, 2, 3, 100, 24_322),
            new Held(new UUID(-1, 1), new WorkspaceId("other"), Map.of(Unit.AI_TOKEN, Amount.of(3)), 99),
            new HoldSettled(new UUID(-1, 1), ACME, HoldSettled.How.EXPIRED, 77));

    @Test
    void everyRecordReadsBackAsItWasWritten() {
        assertThat(decode(encode())).isEqualTo(RECORDS);
    }

    @Test
    void everyUnitSurvives() {
        for (Unit unit : Unit.values()) {
            RecordEncoder encoder = new RecordEncoder();
            Held held = new Held(new UUID(1, 2), ACME, Map.of(unit, Amount.of(3)), 99);
            EntryWritten entry = new EntryWritten(
                    7, 1, ACME, "r", "i", 1, unit, 5, Measures.NONE, Attribution.NONE, "", 0, Correction.NONE);
            encoder.add(held);
            encoder.add(entry);

            assertThat(decode(encoder.toBytes(), 1)).containsExactly(held, entry);
        }
    }

    @Test
    void bytesThatEndTooEarlyOrMakeNoSenseAreAnErrorAndNothingElse() {
        byte[] bytes = encode();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            try {
                assertThat(decode(cut).size()).isLessThan(RECORDS.size());
            } catch (CodecException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
        assertThatThrownBy(() -> decode(new byte[] {0, 0, 0, 77}, 0)).isInstanceOf(CodecException.class);
    }

    private static byte[] encode() {
        RecordEncoder encoder = new RecordEncoder();
        RECORDS.forEach(encoder::add);
        return encoder.toBytes();
    }

    @Test
    void everyEntryIsFoundByItsPlace() {
        RecordEncoder encoder = new RecordEncoder();
        List<EntryWritten> entries = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            EntryWritten entry = entry(
                    7 + i, 1_000_000L * (i % 7), i, i % 3 == 0 ? FULL : Attribution.NONE, MEASURES, Correction.NONE);
            if (i % 100 == 27) {
                encoder.add(new Held(new UUID(1, i), ACME, Map.of(Unit.AI_TOKEN, Amount.of(3)), 99 + i));
            }
            encoder.add(entry);
            entries.add(entry);
        }
        JournalPage page = JournalPage.open(row(RecordEncoder.VERSION, encoder.toBytes(), entries.size()));

        for (int i = 0; i < entries.size(); i++) {
            assertThat(page.entry(i)).isEqualTo(entries.get(i));
        }
        assertThatThrownBy(() -> page.entry(1_000)).isInstanceOf(CodecException.class);
        assertThatThrownBy(() -> page.entry(-1)).isInstanceOf(CodecException.class);
    }

    @Test
    void aPageKnowsWhoIsNotInIt() {
        JournalPage page = JournalPage.open(row(RecordEncoder.VERSION, encode(), 3));

        assertThat(page.mentions(ACME)).isTrue();
        assertThat(page.mentions(new WorkspaceId("nobody"))).isFalse();
    }

    @Test
    void anUnknownVersionIsNotGuessedAt() {
        assertThatThrownBy(() -> JournalPage.open(row(99, new byte[0], 0)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("row 5")
                .hasMessageContaining("version 99");
    }

    @Test
    void aRowOfALaterReleaseIsRefusedWithWhatToDo() {
        for (int at : new int[] {0, 1}) { // how many dimensions, how many units
            byte[] later = encode();
            later[at]++;

            assertThatThrownBy(() -> decode(later))
                    .isInstanceOf(CodecException.class)
                    .hasMessageContaining("journal row 5")
                    .hasMessageContaining(at == 0 ? "it has 10 dimensions, and this release knows 9" : "it has 7 units")
                    .hasMessageContaining("start the release that wrote them, or a newer one");
        }
    }

    /** As a release wrote it that knew only the first six dimensions and five units. */
    @Test
    void aRowOfAnEarlierReleaseHasWhatItKnew() {
        Attribution known = new Attribution("telegram", "text", "spring", "flow", "reply", "gpt", "", "", "", "");
        EntryWritten entry = entry(7, 99, 5, known, MEASURES, Correction.NONE);
        RecordEncoder encoder = new RecordEncoder();
        encoder.add(entry);
        byte[] today = encoder.toBytes();
        ByteSource source = new ByteSource(today);
        source.readCount();
        source.readCount();
        for (int texts = source.readCount(); texts > 0; texts--) {
            source.readText();
        }
        source.readCount();
        int lastThree = source.position() + 6;
        byte[] earlier = new byte[today.length - 3];
        System.arraycopy(today, 0, earlier, 0, lastThree);
        System.arraycopy(today, lastThree + 3, earlier, lastThree, earlier.length - lastThree);
        earlier[0] = 6;
        earlier[1] = 5;

        assertThat(decode(earlier, 1)).containsExactly(entry);
    }

    @Test
    void aRowOfNoDimensionsOrUnitsIsRefused() {
        for (int at : new int[] {0, 1}) {
            byte[] none = encode();
            none[at] = 0;
            assertThatThrownBy(() -> decode(none))
                    .isInstanceOf(CodecException.class)
                    .hasMessageContaining("it has no");
        }
    }

    /** Whatever a disk makes of a row, reading it ends with a row or with a clear error. */
    @Property(tries = 2_000)
    void changedBytesAreReadOrRefused(@ForAll @IntRange(max = 10_000) int at, @ForAll byte change) {
        byte[] bytes = encode();
        bytes[at % bytes.length] ^= change;
        readOrRefuse(bytes);
    }

    @Property(tries = 2_000)
    void randomBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
        readOrRefuse(bytes);
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            JournalPage page = JournalPage.open(row(RecordEncoder.VERSION, bytes, 3));
            page.entry(2);
            page.forEach(record -> {});
        } catch (CodecException e) {
            assertThat(e).hasMessageContaining("row 5");
        }
    }

    private static List<JournalRecord> decode(byte[] bytes) {
        return decode(bytes, 3);
    }

    private static List<JournalRecord> decode(byte[] bytes, int entries) {
        List<JournalRecord> records = new ArrayList<>();
        JournalPage.open(row(RecordEncoder.VERSION, bytes, entries)).forEach(records::add);
        return records;
    }

    private static JournalRow row(int version, byte[] bytes, int entries) {
        return new JournalRow(5, 7, entries, 0, 0, 0, version, bytes, 0, new byte[0]);
    }

    private static EntryWritten entry(
            long sequence, long time, long amount, Attribution attribution, Measures measures, Correction correction) {
        return new EntryWritten(
                sequence,
                sequence - 6,
                ACME,
                "reporter",
                "i" + sequence,
                time,
                Unit.MESSAGE_CREDIT,
                amount,
                measures,
                attribution,
                "wamid." + sequence % 2,
                (int) sequence / 2,
                correction);
    }
}
