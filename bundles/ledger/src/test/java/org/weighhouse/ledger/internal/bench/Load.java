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

/** The same events for every side: batches of 1,000 over 1,000 workspaces, 2 % of them sent twice. */
final class Load {

    static final int BATCH = 1_000;
    private static final int ONE_IN_SO_MANY_IS_A_DUPLICATE = 50;

    private final List<WorkspaceId> workspaces = IntStream.range(0, 1_000)
            .mapToObj(i -> new WorkspaceId("workspace-" + i))
            .toList();
    private final Instant now;

    Load(Instant now) {
        this.now = now;
    }

    /** The batches of one round; no id of another round is in them. */
    List<List<Posting>> round(int round, int events) {
        Random random = new Random(round);
        List<List<Posting>> batches = new ArrayList<>();
        for (int first = 0; first < events; first += BATCH) {
            List<Posting> batch = new ArrayList<>(BATCH);
            for (int i = 0; i < BATCH; i++) {
                boolean duplicate = i > 0 && random.nextInt(ONE_IN_SO_MANY_IS_A_DUPLICATE) == 0;
                batch.add(posting(round, duplicate ? first + i - 1 : first + i));
            }
            batches.add(batch);
        }
        return batches;
    }

    private Posting posting(int round, int number) {
        return new Posting(
                workspaces.get(number % workspaces.size()),
                "telegram",
                round + "-" + number,
                now.minusSeconds(number % 3_600),
                Unit.MESSAGE_CREDIT,
                Amount.of(1),
                new Attribution("telegram", "text", "campaign-" + number % 5, "", "", "", ""),
                TokenBuckets.NONE,
                "");
    }
}
