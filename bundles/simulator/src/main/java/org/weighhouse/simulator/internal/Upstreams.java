package org.weighhouse.simulator.internal;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.simulator.upstream.OpenAiStandIn;
import org.weighhouse.simulator.upstream.TelegramStandIn;

/** The demo's platforms on free loopback ports, with credentials of their own that nobody else knows. */
final class Upstreams implements AutoCloseable {

    /** Where a platform is and what lets a bot in. */
    record Upstream(URI baseUrl, Secret credential) {}

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration CHUNK_DELAY = Duration.ofMillis(20);
    private static final int SECRET_BYTES = 20;

    private final TelegramStandIn telegramServer;
    private final OpenAiStandIn openAiServer;
    private final Upstream telegram;
    private final Upstream delivery;
    private final Upstream openAi;

    private Upstreams(Secret botToken, Secret deliveryToken, Secret apiKey, Clock clock) {
        telegramServer = new TelegramStandIn(Set.of(botToken.value(), deliveryToken.value()));
        openAiServer = new OpenAiStandIn(Set.of(apiKey.value()), new OpenAiStandIn.Options(CHUNK_DELAY, false), clock);
        telegram = new Upstream(telegramServer.start(LOOPBACK, 0), botToken);
        delivery = new Upstream(telegram.baseUrl(), deliveryToken);
        openAi = new Upstream(openAiServer.start(LOOPBACK, 0), apiKey);
    }

    static Upstreams start(Clock clock) {
        SecureRandom random = new SecureRandom();
        return new Upstreams(botToken(random), botToken(random), new Secret("sk-" + hex(random)), clock);
    }

    Upstream telegram() {
        return telegram;
    }

    /** The same platform by a second bot. */
    Upstream delivery() {
        return delivery;
    }

    Upstream openAi() {
        return openAi;
    }

    @Override
    public void close() {
        telegramServer.close();
        openAiServer.close();
    }

    private static Secret botToken(SecureRandom random) {
        return new Secret(random.nextInt(100_000_000, 1_000_000_000) + ":" + hex(random));
    }

    private static String hex(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
