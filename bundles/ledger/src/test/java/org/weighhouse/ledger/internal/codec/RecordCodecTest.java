package org.weighhouse.ledger.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.record.TermsSet;

class RecordCodecTest {

    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final Attribution FULL = new Attribution("telegram", "text", "спам", "", "写", "gpt", "u-🙂");
    private static final TokenBuckets TOKENS = new TokenBuckets(1, -2, 3_000_000_000L, 0, Long.MAX_VALUE);

    private static final List<JournalRecord> RECORDS = List.of(
            entry(7, 1_790_000_000_000_000L, 5, FULL, TokenBuckets.NONE, Amendment.NONE),
            entry(8, 0, -5, Attribution.NONE, TOKENS, new Amendment("m", 7, true, -1, 12, TOKENS)),
            entry(9, 1, Long.MIN_VALUE, FULL, TOKENS, new Amendment("m", 7, false, 99, 0, TokenBuckets.NONE)),
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
            new HoldSettled(new UUID(-1, 1), ACME, HoldSettled.How.EXPIRED));

    @Test
    void everyRecordReadsBackAsItWasWritten() {
        assertThat(decode(encode())).isEqualTo(RECORDS);
    }

    /** If this fails, what customers have on disk can no longer be read: add a version instead. */
    @Test
    void theStoredFormOfVersionOneNeverChanges() {
        RecordEncoder encoder = new RecordEncoder();
        encoder.add(RECORDS.getFirst());
        encoder.add(RECORDS.getLast());

        assertThat(HexFormat.of().formatHex(encoder.toBytes()))
                .isEqualTo(
                        "0140000461636d6500087265706f727465720269378080afa2dbffad060a00000874656c656772616d00047465787400"
                                + "08d181d0bfd0b0d0bc00000003e58699000367707406752df09f998205ffffffffffffffff00000000000000010102");
    }

    @Test
    void everyUnitSurvives() {
        for (Unit unit : Unit.values()) {
            RecordEncoder encoder = new RecordEncoder();
            Held held = new Held(new UUID(1, 2), ACME, Map.of(unit, Amount.of(3)), 99);
            EntryWritten entry = new EntryWritten(
                    7, ACME, "r", "i", 1, unit, 5, Attribution.NONE, TokenBuckets.NONE, Amendment.NONE);
            encoder.add(held);
            encoder.add(entry);

            assertThat(decode(encoder.toBytes())).containsExactly(held, entry);
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
        assertThatThrownBy(() -> decode(new byte[] {77})).isInstanceOf(CodecException.class);
    }

    private static byte[] encode() {
        RecordEncoder encoder = new RecordEncoder();
        RECORDS.forEach(encoder::add);
        return encoder.toBytes();
    }

    private static List<JournalRecord> decode(byte[] bytes) {
        List<JournalRecord> records = new ArrayList<>();
        RecordDecoder.decode(1, bytes, 7, records::add);
        return records;
    }

    private static EntryWritten entry(
            long sequence, long time, long amount, Attribution attribution, TokenBuckets tokens, Amendment amendment) {
        return new EntryWritten(
                sequence,
                ACME,
                "reporter",
                "i" + sequence,
                time,
                Unit.MESSAGE_CREDIT,
                amount,
                attribution,
                tokens,
                amendment);
    }
}
