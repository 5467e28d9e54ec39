package org.weighhouse.ledger.internal.crash;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Terms;

/**
 * What the threads of the process that is killed do: each operation follows from the numbers of its cycle, thread and
 * place, so whoever inspects the ledger afterwards knows them all and need not be told.
 */
final class Plan {

    static final int THREADS = 8;
    static final ZoneId ZONE = ZoneOffset.UTC;

    /** When every run begins, by its own clock: no month ends during a run. */
    static final Instant START = Instant.parse("2026-11-10T12:00:00Z");

    static final Instant FIRST_DAY = Instant.parse("2026-11-01T00:00:00Z");
    static final List<WorkspaceId> WORKSPACES =
            Stream.of("anna", "berta", "clara").map(WorkspaceId::new).toList();

    /** More than all runs use, so that no hold is refused. */
    static final Amount ALLOWANCE = Amount.of(1_000_000_000);

    static final Terms TERMS =
            new Terms(ZONE, Map.of(Operation.CREDIT, new Allowance(ALLOWANCE, Allowance.Limit.HARD, false)));

    private static final String SOURCE = "telegram";
    private static final int MAX_BATCH = 40;
    private static final int MAX_SETTLED = 3;
    private static final int MAX_CORRECTED = 10;
    private static final int MAX_MILLI = 5_000;
    private static final int CAMPAIGNS = 5;
    private static final int STEPS = 10;

    private final int cycle;

    Plan(int cycle) {
        this.cycle = cycle;
    }

    /** A thread's operation; it needs those before it to have been acknowledged. */
    Operation operation(int thread, int number) {
        WorkspaceId workspace = WORKSPACES.get(thread % WORKSPACES.size());
        return switch (number % STEPS) {
            case 2, 7, 9 -> new Operation.Reserve(workspace, hold(thread, number));
            case 3 -> new Operation.Settle(workspace, hold(thread, number - 1), postings(thread, number, MAX_SETTLED));
            case 4 ->
                new Operation.Write(
                        workspace, postings(thread, number, MAX_BATCH), postings(thread, number - 3, MAX_BATCH));
            case 5 -> correct(workspace, thread, number);
            case 6 -> new Operation.Give(grant(workspace, name(thread, number)));
            case 8 -> new Operation.VoidHold(workspace, hold(thread, number - 1));
            default -> new Operation.Write(workspace, postings(thread, number, MAX_BATCH), List.of());
        };
    }

    /** Every second correction also moves the usage to another campaign. */
    private Operation correct(WorkspaceId workspace, int thread, int number) {
        List<Posting> all = postings(thread, number - 5, MAX_BATCH);
        List<Posting> originals = all.subList(0, Math.min(MAX_CORRECTED, all.size()));
        List<Posting> corrections = new ArrayList<>();
        for (int i = 0; i < originals.size(); i++) {
            Posting original = originals.get(i);
            String campaign = i % 2 == 0 ? original.attribution().campaign() : campaign(i);
            corrections.add(Posting.fact(
                            SOURCE,
                            name(thread, number) + "-" + i,
                            original.time(),
                            Operation.CREDIT,
                            new Amount(original.amount().milli() / 2 + i),
                            original.measures(),
                            original.attribution().with(Dimension.CAMPAIGN, campaign))
                    .correcting(original.id()));
        }
        return new Operation.Correct(workspace, corrections, originals);
    }

    private List<Posting> postings(int thread, int number, int most) {
        SplittableRandom random = new SplittableRandom(name(thread, number).hashCode());
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> Posting.fact(
                        SOURCE,
                        name(thread, number) + "-" + i,
                        START.minusSeconds(1 + random.nextLong(START.getEpochSecond() - FIRST_DAY.getEpochSecond())),
                        Operation.CREDIT,
                        new Amount(1 + random.nextInt(MAX_MILLI)),
                        Measures.of(1),
                        Attribution.NONE.with(Dimension.CAMPAIGN, campaign(random.nextInt(CAMPAIGNS)))))
                .toList();
    }

    private static Grant grant(WorkspaceId workspace, String id) {
        return new Grant(
                workspace,
                id,
                Operation.CREDIT,
                Grant.Kind.TOP_UP,
                Amount.of(7),
                FIRST_DAY,
                Instant.MAX,
                Grant.TOP_UP_PRIORITY);
    }

    private UUID hold(int thread, int number) {
        return UUID.nameUUIDFromBytes(name(thread, number).getBytes(StandardCharsets.UTF_8));
    }

    private String name(int thread, int number) {
        return cycle + "-" + thread + "-" + number;
    }

    private static String campaign(int number) {
        return "campaign-" + number % CAMPAIGNS;
    }
}
