package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weighhouse.simulator.upstream.TelegramStandIn;

/**
 * One key that wants the whole server, beside bots that send a message now and then. With more than a few seconds
 * ({@code -Dweighhouse.hostile.seconds=60}) their pace is measured and judged as well.
 */
class HostileKeyIT {

    private static final int SECONDS = Integer.getInteger("weighhouse.hostile.seconds", 6);
    private static final int LONG_ENOUGH = 30;
    private static final String TOKEN = "888:polite-token";

    @Test
    void others_go_on_and_the_server_starts_again() throws Exception {
        try (TelegramStandIn telegram = new TelegramStandIn(Set.of(TOKEN))) {
            telegram.start("127.0.0.1", 0);
            try (Installation installation = Installation.start(DemoProduct.emptyFolder("hostile"), false)) {
                Tenant polite = Tenant.create(installation, "unlimited")
                        .connect("telegram", telegram.baseUrl().toString(), TOKEN);
                PoliteSenders senders = new PoliteSenders(polite, 8);
                senders.send(Duration.ofSeconds(SECONDS));
                PoliteSenders.Round alone = senders.send(Duration.ofSeconds(SECONDS));
                PoliteSenders.Round beside;
                try (HostileKey hostile = HostileKey.create(installation, "unlimited")) {
                    hostile.begin();
                    beside = senders.send(Duration.ofSeconds(SECONDS));
                    System.out.println("Alone " + alone + "; beside a hostile key " + beside + "; which was answered "
                            + hostile.answers());
                    assertThat(hostile.answers().keySet()).contains("hold 201", "hurry 429");
                }
                PoliteSenders.Round afterwards = senders.send(Duration.ofSeconds(SECONDS));
                System.out.println("Afterwards " + afterwards);

                assertThat(beside.failures()).isEmpty();
                assertThat(afterwards.failures()).isEmpty();
                assertThat(beside.millis()).isNotEmpty();
                if (SECONDS >= LONG_ENOUGH) {
                    assertThat(beside.perSecond()).isGreaterThan(0.8 * alone.perSecond());
                    assertThat(beside.p99()).isLessThan(3 * alone.p99());
                }
                installation.killHard();
                installation.start();
                assertThat(senders.send(Duration.ofSeconds(1)).failures()).isEmpty();
            }
        }
    }
}
