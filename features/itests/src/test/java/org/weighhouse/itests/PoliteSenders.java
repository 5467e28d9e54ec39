package org.weighhouse.itests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Bots that send one message after the other, and look how long each takes. */
record PoliteSenders(Tenant tenant, int count) {

    /**
     * What came of it.
     *
     * @param millis of each message that was sent, sorted
     * @param failures what the others were answered
     */
    record Round(Duration length, List<Double> millis, List<String> failures) {

        double perSecond() {
            return millis.size() * 1_000.0 / length.toMillis();
        }

        double p99() {
            return millis.get((int) (millis.size() * 0.99));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f messages/s, p99 %.1f ms", perSecond(), p99());
        }
    }

    Round send(Duration length) throws Exception {
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        long end = System.nanoTime() + length.toNanos();
        List<Future<?>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                senders.add(threads.submit(() -> {
                    while (System.nanoTime() - end < 0) {
                        sendOne(millis, failures);
                    }
                    return null;
                }));
            }
        }
        for (Future<?> sender : senders) {
            sender.get();
        }
        Collections.sort(millis);
        return new Round(length, millis, failures);
    }

    private void sendOne(List<Double> millis, List<String> failures) throws Exception {
        String target = tenant.telegramApi() + tenant.key() + "/sendMessage?chat_id=1&text=polite";
        HttpRequest request = HttpRequest.newBuilder(URI.create(target))
                .timeout(Duration.ofSeconds(60))
                .build();
        long start = System.nanoTime();
        HttpResponse<String> reply = Installation.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() == 200) {
            millis.add((System.nanoTime() - start) / 1e6);
        } else {
            failures.add(reply.statusCode() + " " + reply.body());
        }
    }
}
