package org.weighhouse.simulator.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.simulator.internal.history.HistoryLoader;
import org.weighhouse.simulator.internal.plan.DemoPlan;
import org.weighhouse.simulator.internal.traffic.DemoTraffic;
import org.weighhouse.simulator.internal.traffic.GatewayClient;

/**
 * Brings the demo up on a thread of its own, step by step; what is not there yet is tried again after a pause. Closing
 * it ends traffic and stand-ins at once, whatever it was doing.
 */
final class DemoRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRun.class);

    private final DemoSettings settings;
    private final DemoCatalog catalog;
    private final HistoryLoader history;
    private final DemoFile file;
    private final GatewayClient gateway;
    private final DemoTraffic traffic;
    private final Clock clock;
    private final Thread thread;
    private Optional<Upstreams> upstreams = Optional.empty();
    private boolean closed;

    private DemoRun(DemoSettings settings, DemoCatalog catalog, HistoryLoader history, Clock clock) {
        this.settings = settings;
        this.catalog = catalog;
        this.history = history;
        this.clock = clock;
        this.file = new DemoFile(settings.data());
        this.gateway = new GatewayClient(settings.gateway(), settings.requestTimeout());
        this.traffic = new DemoTraffic(gateway, settings.rate());
        this.thread = Thread.ofVirtual().name("weighhouse-demo").unstarted(this::run);
    }

    static DemoRun start(DemoSettings settings, DemoCatalog catalog, HistoryLoader history, Clock clock) {
        DemoRun run = new DemoRun(settings, catalog, history, clock);
        run.thread.start();
        return run;
    }

    @Override
    public void close() {
        thread.interrupt();
        traffic.close();
        gateway.close();
        closeUpstreams();
    }

    private void run() {
        try {
            until("the demo workspace", this::prepare);
            until("the channel adapters telegram and openai", catalog::adaptersAreOnline);
            until("the channel accounts", this::connect);
            until("the demo history", this::loadHistory);
            until("the gateway at " + settings.gateway(), gateway::isReady);
            until("the demo file", this::announce);
        } catch (InterruptedException e) {
            LOG.debug("Demo stopped before it was ready");
        }
    }

    /** One attempt at a step; false or an exception means: again later. */
    private interface Step {
        boolean attempt() throws InterruptedException, IOException;
    }

    private void until(String what, Step step) throws InterruptedException {
        boolean told = false;
        while (!succeeds(what, step, told)) {
            told = true;
            Thread.sleep(settings.retry());
        }
    }

    /** Tells of the first failure of a step only: what is not there yet is a status, not a stream of errors. */
    private static boolean succeeds(String what, Step step, boolean told) throws InterruptedException {
        try {
            boolean done = step.attempt();
            if (!done && !told) {
                LOG.info("Demo: waiting for {}", what);
            }
            return done;
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            if (!told) {
                LOG.warn("Demo: waiting for {}, it failed", what, e);
            }
            return false;
        }
    }

    private boolean prepare() {
        catalog.prepareWorkspace();
        return true;
    }

    private boolean connect() throws InterruptedException {
        catalog.connect(upstreams());
        return true;
    }

    /** The stand-ins, started at the first call. */
    private synchronized Upstreams upstreams() throws InterruptedException {
        if (closed) {
            throw new InterruptedException("closed");
        }
        Upstreams started = upstreams.orElseGet(() -> Upstreams.start(clock));
        upstreams = Optional.of(started);
        return started;
    }

    private synchronized void closeUpstreams() {
        closed = true;
        upstreams.ifPresent(Upstreams::close);
    }

    private boolean loadHistory() throws InterruptedException {
        history.load(catalog.historyAccounts());
        return true;
    }

    /** The one that was handed over, else the one that was made up and not changed yet, else none. */
    private Secret password() throws IOException {
        Path madeUp = settings.data().resolve(Users.FIRST_PASSWORD_FILE);
        return settings.password().value().isEmpty() && Files.isReadable(madeUp)
                ? new Secret(Files.readString(madeUp).strip())
                : settings.password();
    }

    private boolean announce() throws IOException {
        String key = catalog.key(file.read("key"));
        file.write(Map.of(
                "ui", settings.ui().toString(),
                "gateway", settings.gateway().toString(),
                "user", settings.user(),
                "password", password().value(),
                "key", key,
                "workspace", DemoPlan.WORKSPACE_ID.value()));
        LOG.info("Demo is ready: dashboard {}, gateway {}", settings.ui(), settings.gateway());
        traffic.start(key);
        return true;
    }
}
