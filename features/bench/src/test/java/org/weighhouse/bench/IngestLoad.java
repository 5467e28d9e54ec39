package org.weighhouse.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.ledger.internal.bench.Batch;

/**
 * Whole requests, made before the clock starts: batches of 1,000 CloudEvents, each batch of one workspace because a key
 * speaks for one, the workspaces in turn, 2 % of the events sent twice.
 */
final class IngestLoad {

    static final int BATCH = 1_000;
    static final int WORKSPACES = 1_000;
    private static final int ONE_IN_SO_MANY_IS_A_DUPLICATE = 50;

    private final Instant now;
    private final List<WorkspaceId> workspaces = IntStream.range(0, WORKSPACES)
            .mapToObj(i -> new WorkspaceId("workspace-" + i))
            .toList();
    private long distinct;

    IngestLoad(Instant now) {
        this.now = now;
    }

    List<WorkspaceId> workspaces() {
        return workspaces;
    }

    /** Events made so far, each counted once however often it is sent. */
    long distinct() {
        return distinct;
    }

    /**
     * One round's events, twice.
     *
     * @param requests as bytes to be written to a connection
     * @param batches as what the meter makes of them, for those who take them without HTTP
     */
    record Round(List<byte[]> requests, List<Batch> batches) {}

    /** The events of one round; no id of another round is in them. */
    Round round(int round, int events) {
        Random random = new Random(round);
        List<byte[]> requests = new ArrayList<>();
        List<Batch> parts = new ArrayList<>();
        int batches = events / BATCH;
        for (int batch = 0; batch < batches; batch++) {
            WorkspaceId workspace = workspaces.get((round * batches + batch) % WORKSPACES);
            int[] numbers = numbers(random);
            String prefix = round + "-" + batch + "-";
            requests.add(request(workspace, body(workspace, prefix, numbers)));
            parts.add(new Batch(
                    workspace,
                    Arrays.stream(numbers)
                            .mapToObj(number -> posting(prefix, number))
                            .toList()));
        }
        return new Round(requests, parts);
    }

    private int[] numbers(Random random) {
        int[] numbers = new int[BATCH];
        int last = -1;
        for (int i = 0; i < BATCH; i++) {
            boolean duplicate = i > 0 && random.nextInt(ONE_IN_SO_MANY_IS_A_DUPLICATE) == 0;
            last += duplicate ? 0 : 1;
            numbers[i] = last;
        }
        distinct += last + 1;
        return numbers;
    }

    private Posting posting(String prefix, int number) {
        return Posting.fact(
                "telegram",
                prefix + number,
                timeOf(number),
                Unit.MESSAGE_CREDIT,
                Amount.of(1),
                Measures.of(1),
                Attribution.NONE
                        .with(Dimension.CHANNEL, "telegram")
                        .with(Dimension.MESSAGE_KIND, "text")
                        .with(Dimension.CAMPAIGN, "campaign-" + number % 5));
    }

    private Instant timeOf(int number) {
        return now.minusSeconds(number * 3L);
    }

    private String body(WorkspaceId workspace, String prefix, int[] numbers) {
        StringBuilder body = new StringBuilder(BATCH * 280);
        for (int number : numbers) {
            append(body.append(body.isEmpty() ? "[" : ","), workspace, prefix, number);
        }
        return body.append(']').toString();
    }

    private void append(StringBuilder body, WorkspaceId workspace, String prefix, int number) {
        body.append("{\"specversion\":\"1.0\",\"type\":\"message.sent\",\"source\":\"telegram\",\"id\":\"")
                .append(prefix)
                .append(number)
                .append("\",\"subject\":\"")
                .append(workspace)
                .append("\",\"time\":\"")
                .append(timeOf(number))
                .append(
                        "\",\"datacontenttype\":\"application/json\",\"data\":{\"channel\":\"telegram\",\"kind\":\"text\",")
                .append("\"quantity\":1,\"campaign\":\"campaign-")
                .append(number % 5)
                .append("\"}}");
    }

    private static byte[] request(WorkspaceId workspace, String body) {
        String head = "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + OneCatalog.key(workspace)
                + "\r\nContent-Type: application/cloudevents-batch+json\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }
}
