package org.weighhouse.simulator.internal.traffic;

import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing again and again, at an uneven pace, and says only when the outcome changes. */
final class Bot implements Runnable {

    /** One call; answers its HTTP status. */
    @FunctionalInterface
    interface Call {
        int make(RandomGenerator random) throws IOException, InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);
    private static final int UNREACHABLE = 0;

    private final String name;
    private final Duration pace;
    private final RandomGenerator random;
    private final Call call;
    private int lastStatus = 200;

    /** @param pace pause between two calls, on average */
    Bot(String name, Duration pace, RandomGenerator random, Call call) {
        this.name = name;
        this.pace = pace;
        this.random = random;
        this.call = call;
    }

    /** Runs until the thread is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(pause());
                report(call());
            }
        } catch (InterruptedException e) {
            LOG.debug("Demo {} stopped", name);
        }
    }

    private int call() throws InterruptedException {
        try {
            return call.make(random);
        } catch (IOException e) {
            return UNREACHABLE;
        }
    }

    private void report(int status) throws InterruptedException {
        if (status == lastStatus) {
            return;
        }
        // A client that was shut down fails like an outage: it is none.
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        lastStatus = status;
        switch (status) {
            case UNREACHABLE -> LOG.info("Demo {}: the gateway does not answer", name);
            case 200 -> LOG.info("Demo {}: the gateway answers again", name);
            default -> LOG.info("Demo {}: the gateway refuses with status {}", name, status);
        }
    }

    /** Half to one and a half of the pace. */
    private Duration pause() {
        long millis = pace.toMillis();
        return Duration.ofMillis(millis / 2 + random.nextLong(Math.max(1, millis)));
    }
}
