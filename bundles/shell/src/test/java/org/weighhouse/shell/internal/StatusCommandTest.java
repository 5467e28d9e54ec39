package org.weighhouse.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.channel.Gateway;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.ShardHealth;

class StatusCommandTest {

    @TempDir
    Path folder;

    @Test
    void statusAnswersWithEverythingMissing() throws Exception {
        assertThat(new FakeKaraf(folder).run(new StatusCommand())).contains("Ledger      not running");
    }

    @Test
    void statusSaysWhyTheLedgerStopped() throws Exception {
        LedgerHealth full = new LedgerHealth(false, "the ledger has stopped writing: no space left on device");
        Ledger ledger = (Ledger) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Ledger.class},
                (self, method, arguments) -> method.isDefault()
                        ? InvocationHandler.invokeDefault(self, method)
                        : List.of(new ShardHealth(0, LedgerHealth.UP), new ShardHealth(1, full)));
        FakeKaraf karaf = new FakeKaraf(folder);
        karaf.provide(Ledger.class, ledger);

        assertThat(karaf.run(new StatusCommand()))
                .contains("Ledger      DOWN: the ledger has stopped writing: no space left on device")
                .contains("  shard 0: up\n", "  shard 1: DOWN: the ledger has stopped writing");
    }

    @Test
    void statusSaysWhyNobodyGetsIn() throws Exception {
        FakeKaraf karaf = new FakeKaraf(folder);
        karaf.provide(Gateway.class, new Taken());

        assertThat(karaf.run(new StatusCommand())).contains("Gateway     DOWN: the port is taken");
    }

    private static final class Taken implements Gateway {
        @Override
        public String url() {
            return "http://127.0.0.1:8080";
        }

        @Override
        public Optional<String> problem() {
            return Optional.of("the port is taken");
        }
    }
}
