package org.weighhouse.ledger.internal.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Posting;

/**
 * Events of one year in the order of time, 3 % of them up to thirty days late, a batch of one of 1,000 workspaces, 3 channels and 5
 * campaigns; no duplicates. Made batch by batch, so that the load takes no memory.
 */
final class GrowthLoad {

    static final Duration SPAN = Duration.ofDays(365);
    static final int WORKSPACES = 1_000;
    private static final int BATCH = 1_000;
    private static final int LATE_IN_PERCENT = 3;
    private static final int LATE_IN_S = 30 * 86_400;

    private final List<WorkspaceId> workspaces = IntStream.range(0, WORKSPACES)
            .mapToObj(i -> new WorkspaceId("workspace-" + i))
            .toList();
    private final List<Attribution> attributions = new ArrayList<>();
    private final Random random = new Random(42);
    private final Instant end;
    private long made;

    /** @param end of the year */
    GrowthLoad(Instant end) {
        this.end = end;
        for (String channel : Load.CHANNELS) {
            for (int campaign = 0; campaign < 5; campaign++) {
                attributions.add(Load.attribution(channel, campaign));
            }
        }
    }

    long made() {
        return made;
    }

    WorkspaceId anyWorkspace() {
        return workspaces.get(random.nextInt(WORKSPACES));
    }

    /** @param progress how far in the year it is, 0 to 1 */
    Batch batch(double progress) {
        Instant time = end.minus(SPAN).plusMillis((long) (SPAN.toMillis() * progress));
        List<Posting> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            batch.add(posting(time));
        }
        return new Batch(workspaces.get(random.nextInt(WORKSPACES)), batch);
    }

    private Posting posting(Instant time) {
        boolean late = random.nextInt(100) < LATE_IN_PERCENT;
        Attribution attribution = attributions.get(random.nextInt(attributions.size()));
        return Posting.fact(
                attribution.channel(),
                "event-" + made++,
                late ? time.minusSeconds(random.nextInt(LATE_IN_S)) : time,
                Unit.MESSAGE_CREDIT,
                Amount.of(1),
                Measures.of(1),
                attribution);
    }

    static int batches(long events) {
        return Math.toIntExact(events / BATCH);
    }
}
