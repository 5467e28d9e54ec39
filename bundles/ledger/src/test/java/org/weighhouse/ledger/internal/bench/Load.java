package org.weighhouse.ledger.internal.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Posting;

/**
 * The same events for every side: batches of up to 1,000, each of one workspace out of 1,000, which all come in turns; 3
 * channels and 5 campaigns, of the last hour; 2 % are sent twice, half of them within a batch and half in a later one of
 * their workspace. The same round is the same every time.
 */
final class Load {

    static final int BATCH = 1_000;
    private static final int WORKSPACES = 1_000;

    /** Batches that a workspace sends in a round, so that some bring again what an earlier one brought. */
    private static final int BATCHES_A_WORKSPACE = 4;

    private static final int CAMPAIGNS = 5;
    static final List<String> CHANNELS = List.of("telegram", "whatsapp", "webchat");
    private static final int SECONDS_SPREAD = 3_600;
    private static final int DUPLICATES_IN_PERCENT = 2;

    /**
     * @param batches what is sent
     * @param events how many that are, duplicates included
     * @param credits what has to be counted of them, in whole credits
     */
    record Round(List<Batch> batches, int events, long credits) {}

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
        Map<WorkspaceId, List<Posting>> fresh = new HashMap<>();
        List<Batch> batches = new ArrayList<>();
        int turns = Math.max(1, Math.ceilDiv(events, BATCH * BATCHES_A_WORKSPACE));
        for (int sent = 0; sent < events; sent += BATCH) {
            WorkspaceId workspace = workspaces.get((round * turns + batches.size() % turns) % WORKSPACES);
            List<Posting> known = fresh.computeIfAbsent(workspace, any -> new ArrayList<>());
            int size = Math.min(BATCH, events - sent);
            batches.add(new Batch(workspace, batch(round + "-" + sent + "-", size, known, random)));
        }
        long credits = fresh.values().stream()
                .flatMap(List::stream)
                .mapToLong(posting -> posting.amount().toBigDecimal().longValueExact())
                .sum();
        return new Round(batches, events, credits);
    }

    /** Single events of any workspaces, none of them sent twice. */
    List<Batch.Event> events(int round, int count) {
        Random random = new Random(round);
        return IntStream.range(0, count)
                .mapToObj(i -> new Batch.Event(
                        workspaces.get(random.nextInt(WORKSPACES)), posting(round + "-single-" + i, random)))
                .toList();
    }

    private List<Posting> batch(String prefix, int size, List<Posting> fresh, Random random) {
        int firstOfBatch = fresh.size();
        List<Posting> batch = new ArrayList<>(size);
        while (batch.size() < size) {
            if (random.nextInt(100) < DUPLICATES_IN_PERCENT && !batch.isEmpty()) {
                batch.add(again(fresh, firstOfBatch, random));
            } else {
                fresh.add(posting(prefix + batch.size(), random));
                batch.add(fresh.getLast());
            }
        }
        return batch;
    }

    /** One of this batch or one of an earlier batch, as often the one as the other. */
    private static Posting again(List<Posting> fresh, int firstOfBatch, Random random) {
        boolean ofThisBatch = firstOfBatch == 0 || random.nextBoolean();
        return fresh.get(ofThisBatch ? random.nextInt(firstOfBatch, fresh.size()) : random.nextInt(firstOfBatch));
    }

    private Posting posting(String id, Random random) {
        String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
        return Posting.fact(
                channel,
                id,
                now.minusSeconds(random.nextInt(SECONDS_SPREAD)),
                Unit.MESSAGE_CREDIT,
                Amount.of(1 + random.nextInt(3)),
                Measures.of(1),
                attribution(channel, random.nextInt(CAMPAIGNS)));
    }

    /** What a message has: kind, campaign, market, account and key. */
    static Attribution attribution(String channel, int campaign) {
        return new Attribution(channel, "text", "campaign-" + campaign, "", "", "", "DE", "main", "key-1", "");
    }
}
