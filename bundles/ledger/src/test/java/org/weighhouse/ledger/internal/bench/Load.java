package org.weighhouse.ledger.internal.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Posting;

/**
 * The same events for every side: batches of up to 1,000 over 1,000 workspaces, 3 channels and 5 campaigns, of the last
 * hour; 2 % are sent twice, half of them within a batch and half in a later one. The same round is the same every time.
 */
final class Load {

    static final int BATCH = 1_000;
    private static final int WORKSPACES = 1_000;
    private static final int CAMPAIGNS = 5;
    private static final List<String> CHANNELS = List.of("telegram", "whatsapp", "webchat");
    private static final int SECONDS_SPREAD = 3_600;
    private static final int DUPLICATES_IN_PERCENT = 2;

    /**
     * @param batches what is sent
     * @param events how many that are, duplicates included
     * @param credits what has to be counted of them, in whole credits
     */
    record Round(List<List<Posting>> batches, int events, long credits) {}

    private final List<WorkspaceId> workspaces = IntStream.range(0, WORKSPACES)
            .mapToObj(i -> new WorkspaceId("workspace-" + i))
            .toList();
    private final Instant now;

    /** @param now the end of the hour in which everything happens */
    Load(Instant now) {
        this.now = now;
    }

    /** What one round sends; no id of another round is in it. */
    Round round(int round, int events) {
        Random random = new Random(round);
        List<Posting> fresh = new ArrayList<>(events);
        List<List<Posting>> batches = new ArrayList<>();
        for (int sent = 0; sent < events; sent += BATCH) {
            int firstOfBatch = fresh.size();
            List<Posting> batch = new ArrayList<>(BATCH);
            while (batch.size() < Math.min(BATCH, events - sent)) {
                if (random.nextInt(100) < DUPLICATES_IN_PERCENT && !batch.isEmpty()) {
                    batch.add(again(fresh, firstOfBatch, random));
                } else {
                    fresh.add(posting(round, fresh.size(), random));
                    batch.add(fresh.getLast());
                }
            }
            batches.add(batch);
        }
        long credits = fresh.stream()
                .mapToLong(posting -> posting.amount().toBigDecimal().longValueExact())
                .sum();
        return new Round(batches, events, credits);
    }

    /** One of this batch or one of an earlier batch, as often the one as the other. */
    private static Posting again(List<Posting> fresh, int firstOfBatch, Random random) {
        boolean ofThisBatch = firstOfBatch == 0 || random.nextBoolean();
        return fresh.get(ofThisBatch ? random.nextInt(firstOfBatch, fresh.size()) : random.nextInt(firstOfBatch));
    }

    private Posting posting(int round, int number, Random random) {
        String campaign = "campaign-" + random.nextInt(CAMPAIGNS);
        String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
        return new Posting(
                workspaces.get(random.nextInt(WORKSPACES)),
                channel,
                round + "-" + number,
                now.minusSeconds(random.nextInt(SECONDS_SPREAD)),
                Unit.MESSAGE_CREDIT,
                Amount.of(1 + random.nextInt(3)),
                new Attribution(channel, "text", campaign, "", "", "", ""),
                TokenBuckets.NONE,
                "");
    }
}
