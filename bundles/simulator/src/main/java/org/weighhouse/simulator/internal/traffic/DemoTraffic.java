package org.weighhouse.simulator.internal.traffic;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo's bots: two that send messages, two that ask for completions, one of them streamed. Thread-safe. */
public final class DemoTraffic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTraffic.class);
    private static final long MINUTE_IN_MS = 60_000;
    private static final int BOTS_OF_A_KIND = 2;

    private final GatewayClient gateway;
    private final int rate;
    private final List<Thread> threads = new ArrayList<>();
    private boolean closed;

    /** @param rate messages a minute; AI calls come three for every five messages; 0 for none at all */
    public DemoTraffic(GatewayClient gateway, int rate) {
        this.gateway = gateway;
        this.rate = rate;
    }

    /** Lets the bots loose; does nothing after {@link #close}. */
    public synchronized void start(String key) {
        if (rate == 0 || closed || !threads.isEmpty()) {
            return;
        }
        Conversation talk = new Conversation();
        Duration messagePace = Duration.ofMillis(BOTS_OF_A_KIND * MINUTE_IN_MS / rate);
        Duration aiPace = messagePace.multipliedBy(5).dividedBy(3);
        run("welcome bot", messagePace, random -> message(key, talk.welcome(random)));
        run("campaign bot", messagePace, random -> message(key, talk.campaign(random)));
        run("smart reply bot", aiPace, random -> completion(key, talk.question(random, false)));
        run("streaming bot", aiPace, random -> completion(key, talk.question(random, true)));
        LOG.info("Demo traffic: {} messages a minute", rate);
    }

    /** Ends every bot at once. */
    @Override
    public synchronized void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }

    private int message(String key, Conversation.Line line) throws IOException, InterruptedException {
        return gateway.telegram(key, line.attribution(), line.json());
    }

    private int completion(String key, Conversation.Line line) throws IOException, InterruptedException {
        return gateway.chatCompletion(key, line.attribution(), line.json());
    }

    private void run(String name, Duration pace, Bot.Call call) {
        threads.add(Thread.ofVirtual().name("demo-" + name).start(new Bot(name, pace, new Random(), call)));
    }
}
