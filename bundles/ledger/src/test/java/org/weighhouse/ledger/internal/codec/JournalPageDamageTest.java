package org.weighhouse.ledger.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Amendment;
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
import org.weighhouse.ledger.internal.record.ReferenceName;
import org.weighhouse.ledger.internal.record.TermsSet;

/** A page made of damaged bytes is read or refused; nothing else comes of it: no other error, no end of memory. */
@Timeout(120)
class JournalPageDamageTest {

    private static final int ENTRIES = 300; // with three places to begin from
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final int[] CHANGES = {0x01, 0x40, 0x80, 0xFF};

    private final byte[] body = body();
    private int refused;

    @Test
    void anyByteChangedInAnyWay() {
        for (int at = 0; at < body.length; at++) {
            for (int change : CHANGES) {
                byte[] changed = body.clone();
                changed[at] ^= (byte) change;
                readOrRefuse(changed, ENTRIES);
            }
        }
        assertThat(refused).isGreaterThan(body.length / 4);
    }

    @Test
    void anyPartCutOutOrDoubled() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            int from = random.nextInt(body.length);
            int length = Math.min(body.length - from, 1 + random.nextInt(40));
            byte[] changed = new byte[body.length - length];
            System.arraycopy(body, 0, changed, 0, from);
            System.arraycopy(body, from + length, changed, from, changed.length - from);
            readOrRefuse(changed, ENTRIES);
            byte[] doubled = new byte[body.length + length];
            System.arraycopy(body, 0, doubled, 0, from + length);
            System.arraycopy(body, from, doubled, from + length, body.length - from);
            readOrRefuse(doubled, ENTRIES);
        }
        assertThat(refused).isGreaterThan(5_000);
    }

    @Test
    void anyBytesAndAnyNumberOfEntries() {
        Random random = new Random(2);
        int[] counts = {0, 1, ENTRIES, 1 << 20, Integer.MAX_VALUE - 127, Integer.MAX_VALUE, -1, -200, Integer.MIN_VALUE
        };
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            // Else most would end at the first count.
            for (int k = 0; k < Math.min(bytes.length, random.nextInt(6)); k++) {
                bytes[k] &= 0x03;
            }
            readOrRefuse(bytes, counts[i % counts.length]);
        }
        assertThat(refused).isGreaterThan(40_000);
    }

    @Test
    void moreOrFewerEntriesThanTheRowSays() {
        for (int count : new int[] {ENTRIES - 1, ENTRIES + 1, 0, 1 << 20}) {
            readOrRefuse(body, count);
        }
        assertThat(refused).isEqualTo(4);
        readOrRefuse(body, ENTRIES);
        assertThat(refused).isEqualTo(4);
    }

    private void readOrRefuse(byte[] bytes, int entries) {
        JournalRow row = new JournalRow(5, 7, entries, 0, 0, 0, RecordEncoder.VERSION, bytes, 0, new byte[0]);
        try {
            JournalPage page = JournalPage.open(row);
            page.mentions(ACME);
            page.entry(0);
            page.entry(entries / 2);
            page.entry(entries - 1);
            page.forEach(record -> {});
        } catch (CodecException e) {
            assertThat(e).hasMessageStartingWith("journal row 5").hasMessageNotContaining("null");
            refused++;
        }
    }

    private static byte[] body() {
        RecordEncoder encoder = new RecordEncoder();
        UUID hold = new UUID(3, -4);
        List<JournalRecord> others = List.of(
                new TermsSet(
                        ACME,
                        new Terms(
                                ZoneId.of("Asia/Kathmandu"),
                                Map.of(Unit.AI_TOKEN, new Allowance(Amount.of(5), Allowance.Limit.SOFT, true))),
                        12_345),
                new GrantGiven(ACME, "g", Unit.SUBSCRIBER, Grant.Kind.PROMOTION, 1_000, 0, 9, 300, GrantGiven.NO_MONTH),
                new Held(hold, new WorkspaceId("other"), Map.of(Unit.AI_TOKEN, Amount.of(3)), 99),
                new HoldSettled(hold, ACME, HoldSettled.How.EXPIRED, 99));
        for (int i = 0; i < ENTRIES; i++) {
            if (i % 60 == 0) {
                others.forEach(encoder::add);
            }
            encoder.add(isAmendment(i) ? said(i) : entry(i));
        }
        return encoder.toBytes();
    }

    private static boolean isAmendment(int i) {
        return i % 40 == 21;
    }

    private static EntryWritten entry(int i) {
        TokenBuckets tokens = i % 3 == 0 ? new TokenBuckets(i, 2, 0, -4, 500) : TokenBuckets.NONE;
        Measures measures = new Measures(i % 4, i % 2, i, tokens);
        return new EntryWritten(
                7 + i,
                1 + i,
                i % 5 == 0 ? new WorkspaceId("w" + i) : ACME,
                "telegram",
                "id" + i,
                1_790_000_000_000_000L - 1_000L * i,
                Unit.AI_TOKEN,
                i,
                i % 4 == 1 ? Measures.of(1) : measures,
                attribution(i),
                i % 6 == 0 ? "" : "wamid." + i % 8,
                i % 6 == 0 ? 0 : i / 8,
                i % 10 == 9 ? new Correction("m", 77, true, 1, 2, measures) : Correction.NONE);
    }

    private static Attribution attribution(int i) {
        return Attribution.NONE
                .with(Dimension.CHANNEL, "telegram")
                .with(Dimension.CAMPAIGN, "c" + i % 7)
                .with(Dimension.KEY, "k" + i % 2)
                .withSubscriber(i % 2 == 0 ? "" : "u" + i);
    }

    private static AmendmentSaid said(int i) {
        ReferenceName name = new ReferenceName(ACME, "whatsapp", "wamid." + i);
        List<Amendment.Change> changes = List.of(
                new Amendment.Change.Kind("service"),
                new Amendment.Change.Market("DE"),
                new Amendment.Change.Quantity(2),
                new Amendment.Change.Cost(new Amount(17)));
        return new AmendmentSaid(7 + i, name, i, new Amendment("read", "anna", Instant.EPOCH.plusSeconds(i), changes));
    }
}
