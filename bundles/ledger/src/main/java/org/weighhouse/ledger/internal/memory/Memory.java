package org.weighhouse.ledger.internal.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.ledger.internal.record.Amendment;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.HoldSettled;

/** What was ever written, so that nothing counts twice: ids of postings and of holds, and what was corrected. */
public final class Memory {

    private static final int OPEN = 7;

    private final LongTable postings = new LongTable();
    private final LongTable holds = new LongTable();
    private final Map<Long, Corrected> corrected = new HashMap<>();
    private final Map<Long, Long> originals = new HashMap<>();

    /** What was written under an id. */
    public record Known(long sequence, long contentHash) {}

    /** What a corrected fact costs now. */
    public record Corrected(long amountMilli, TokenBuckets tokens, Attribution attribution) {}

    /** A hold that was ever given: when it expires, and how it ended; empty while it is open. */
    public record KnownHold(long expires, Optional<HoldSettled.How> ended) {}

    public Optional<Known> posting(Fingerprint key) {
        int slot = postings.find(key.high(), key.low());
        return slot < 0 ? Optional.empty() : Optional.of(new Known(postings.first(slot), postings.second(slot)));
    }

    public Optional<KnownHold> hold(HoldName name) {
        Fingerprint key = Fingerprint.of(name);
        int slot = holds.find(key.high(), key.low());
        if (slot < 0) {
            return Optional.empty();
        }
        int status = (int) holds.first(slot) - 1;
        return Optional.of(new KnownHold(
                holds.second(slot), status == OPEN ? Optional.empty() : Optional.of(HoldSettled.How.values()[status])));
    }

    /** What a fact costs after its last correction; empty if it was never corrected. */
    public Optional<Corrected> corrected(long original) {
        return Optional.ofNullable(corrected.get(original));
    }

    /** Of a correction's entry: the sequence of what it corrected. */
    public OptionalLong originalOf(long sequence) {
        Long original = originals.get(sequence);
        return original == null ? OptionalLong.empty() : OptionalLong.of(original);
    }

    /** Remembers an entry read from the journal. */
    public void apply(EntryWritten entry) {
        Amendment amendment = entry.amendment();
        long contentHash = amendment.isAmendment()
                ? amendment.contentHash()
                : ContentHash.of(
                        entry.time(), entry.unit(), entry.amountMilli(), entry.attribution(), entry.tokens(), "");
        apply(entry, Fingerprint.of(entry.workspace(), entry.source(), entry.id()), contentHash);
    }

    /** Remembers an entry whose fingerprints are known. */
    public void apply(EntryWritten entry, Fingerprint key, long contentHash) {
        Amendment amendment = entry.amendment();
        if (!amendment.last()) {
            return;
        }
        postings.put(key.high(), key.low(), entry.sequence(), contentHash);
        if (amendment.isAmendment()) {
            originals.put(entry.sequence(), amendment.original());
            corrected.put(
                    amendment.original(),
                    new Corrected(amendment.statedMilli(), amendment.statedTokens(), entry.attribution()));
        }
    }

    public void apply(Held held) {
        put(held.name(), held.expires(), OPEN);
    }

    public void apply(HoldSettled settled) {
        hold(settled.name())
                .ifPresent(hold ->
                        put(settled.name(), hold.expires(), settled.how().ordinal()));
    }

    private void put(HoldName name, long expires, int status) {
        Fingerprint key = Fingerprint.of(name);
        holds.put(key.high(), key.low(), status + 1L, expires);
    }

    public int postingCount() {
        return postings.size();
    }

    /** The same for the same content. */
    public long sumOfAll() {
        return postings.sumOfAll() * 31 + holds.sumOfAll() * 17 + corrected.hashCode() * 7L + originals.hashCode();
    }
}
