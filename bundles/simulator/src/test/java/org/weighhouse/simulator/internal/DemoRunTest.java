package org.weighhouse.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.simulator.internal.history.HistoryLoader;
import org.weighhouse.simulator.internal.plan.DemoPlan;

class DemoRunTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T20:40:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path data;

    private final FakeCatalog catalog = new FakeCatalog();
    private final FakeLedger ledger = new FakeLedger();
    private StandInGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new StandInGateway();
        online("telegram", Unit.MESSAGE_CREDIT);
        online("openai", Unit.AI_TOKEN);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void brings_everything_up_and_then_says_so_in_the_demo_file() throws Exception {
        try (DemoRun run = run(6_000)) {
            await(() -> value("key").isPresent());

            assertThat(catalog.keys).containsOnlyKeys(value("key").orElseThrow());
            assertThat(value("workspace")).contains("demo");
            assertThat(value("gateway")).contains(gateway.uri().toString());
            assertThat(value("ui")).contains("http://127.0.0.1:8181");
            assertThat(value("user")).contains("admin");
            assertThat(value("password")).contains("geheim");
            assertThat(ledger.events()).hasSizeGreaterThan(150_000);
            assertThat(gateway.next().uri()).isNotEmpty();
        }
    }

    @Test
    void connects_accounts_to_stand_ins_that_answer_until_it_is_closed() throws Exception {
        URI telegram;
        try (DemoRun run = run(0)) {
            await(() -> value("key").isPresent());
            telegram = address("telegram");

            assertThat(isListening(telegram)).isTrue();
            assertThat(isListening(address("openai"))).isTrue();
        }
        assertThat(isListening(telegram)).isFalse();
    }

    @Test
    void run_twice_records_nothing_new_and_keeps_the_key() throws Exception {
        try (DemoRun run = run(0)) {
            await(() -> value("key").isPresent());
        }
        int events = ledger.events().size();
        Optional<String> key = value("key");
        List<ChannelAccount> accounts = catalog.accounts("telegram");
        long version = catalog.workspaces.version();
        ledger.forgetBatches();
        URI first = address("telegram");

        try (DemoRun run = run(0)) {
            await(() -> !address("telegram").equals(first) && !ledger.batches().isEmpty());
        }

        assertThat(ledger.events()).hasSize(events);
        assertThat(value("key")).isEqualTo(key);
        assertThat(catalog.workspaces.version()).isEqualTo(version);
        assertThat(catalog.accounts("telegram"))
                .extracting(ChannelAccount::id)
                .isEqualTo(accounts.stream().map(ChannelAccount::id).toList());
    }

    @Test
    void is_not_ready_before_its_adapters_and_the_gateway_are() throws Exception {
        catalog.channels.clear();
        gateway.ready(false);
        try (DemoRun run = run(0)) {
            await(() -> catalog.workspaces.find(DemoPlan.WORKSPACE_ID).isPresent());
            assertThat(catalog.accounts("telegram")).isEmpty();

            online("telegram", Unit.MESSAGE_CREDIT);
            online("openai", Unit.AI_TOKEN);
            await(() -> ledger.events().size() > 150_000);
            assertThat(value("key")).isEmpty();

            gateway.ready(true);
            await(() -> value("key").isPresent());
        }
    }

    @Test
    void survives_an_outage_of_the_ledger() throws Exception {
        ledger.failAfter(3);
        try (DemoRun run = run(0)) {
            await(() -> ledger.batches().size() == 3);
            ledger.failAfter(Integer.MAX_VALUE);
            await(() -> value("key").isPresent());
        }
        assertThat(ledger.events()).hasSizeGreaterThan(150_000);
    }

    private DemoRun run(int rate) {
        DemoSettings settings = new DemoSettings(
                true,
                rate,
                4_000,
                Duration.ofMillis(100),
                Duration.ofSeconds(20),
                data,
                URI.create("http://127.0.0.1:8181"),
                gateway.uri(),
                "admin",
                new Secret("geheim"));
        return DemoRun.start(settings, catalog.demo(), new HistoryLoader(ledger, ledger, CLOCK, 4_000), CLOCK);
    }

    private URI address(String channel) {
        return catalog.accounts
                .standard(DemoPlan.WORKSPACE_ID, channel)
                .orElseThrow()
                .baseUrl();
    }

    private void online(String id, Unit unit) {
        catalog.online(new ChannelDescriptor(id, id, "#000000", "x", unit, "http://127.0.0.1", Map.of(), List.of()));
    }

    private Optional<String> value(String name) throws IOException {
        return new DemoFile(data).read(name);
    }

    private static boolean isListening(URI uri) {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("did not come true in 60 s").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
