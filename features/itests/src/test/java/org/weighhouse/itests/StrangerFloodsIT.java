package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.weighhouse.simulator.upstream.TelegramStandIn;

/**
 * Floods of strangers at the dashboard and the gateway, one kind after the other, beside bots that send. With more than a few
 * seconds each ({@code -Dweighhouse.flood.seconds=60}) the bots' pace is judged as well.
 */
class StrangerFloodsIT {

    private static final int SECONDS = Integer.getInteger("weighhouse.flood.seconds", 3);
    private static final int LONG_ENOUGH = 30;
    private static final String TOKEN = "777:flooded-token";

    @Test
    void theGatewayGoesOnMemoryComesBackAndNobodyIsLockedOut() throws Exception {
        try (TelegramStandIn telegram = new TelegramStandIn(Set.of(TOKEN))) {
            telegram.start("127.0.0.1", 0);
            try (Installation installation = Installation.start(DemoProduct.emptyFolder("floods"), false)) {
                Tenant tenant = Tenant.create(installation, "unlimited")
                        .connect("telegram", telegram.baseUrl().toString(), TOKEN);
                PoliteSenders senders = new PoliteSenders(tenant, 8);
                senders.send(Duration.ofSeconds(SECONDS));
                long before = usedHeap(installation);
                for (StrangerFloods.Kind kind : StrangerFloods.Kind.values()) {
                    flood(installation, senders, kind);
                }
                assertThat(logIn(installation)).isEqualTo(303);
                assertThat(senders.send(Duration.ofSeconds(1)).failures()).isEmpty();
                long after = usedHeap(installation);
                System.out.println(
                        "Heap in use before " + before / 1_000_000 + " MB, afterwards " + after / 1_000_000 + " MB");
                assertThat(after).isLessThan(before + 100_000_000);
            }
        }
    }

    private static void flood(Installation installation, PoliteSenders senders, StrangerFloods.Kind kind)
            throws Exception {
        PoliteSenders.Round alone = senders.send(Duration.ofSeconds(SECONDS));
        PoliteSenders.Round beside;
        try (StrangerFloods flood = new StrangerFloods(installation)) {
            flood.begin(kind);
            beside = senders.send(Duration.ofSeconds(SECONDS));
            System.out.println(kind + ": alone " + alone + "; beside the flood " + beside + " (" + flood.done() + " in "
                    + SECONDS + " s)");
            assertThat(flood.done()).as("%s", kind).isPositive();
            // Somebody else, at another place, comes in meanwhile.
            assertThat(logIn(installation)).as("%s", kind).isEqualTo(303);
        }
        assertThat(beside.failures()).as("%s", kind).isEmpty();
        if (SECONDS >= LONG_ENOUGH) {
            assertThat(beside.perSecond()).as("%s", kind).isGreaterThan(0.8 * alone.perSecond());
        }
    }

    private static int logIn(Installation installation) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(installation.ui.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString("user=admin&password=" + Installation.ADMIN_PASSWORD))
                .build();
        return Installation.HTTP
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** After a collection of garbage, in bytes. */
    private static long usedHeap(Installation installation) throws Exception {
        long server = Long.parseLong(
                Files.readString(installation.data.resolve("karaf.pid")).strip());
        jcmd(server, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(server, "GC.heap_info"));
        assertThat(used.find()).isTrue();
        return Long.parseLong(used.group(1)) * 1_024;
    }

    private static String jcmd(long process, String command) throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor()).as(said).isZero();
        return said;
    }
}
