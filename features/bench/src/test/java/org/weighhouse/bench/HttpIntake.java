package org.weighhouse.bench;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.kit.FakeTrail;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.database.OwnedDatabase;
import org.weighhouse.database.standalone.Databases;
import org.weighhouse.gateway.internal.GatewayServer;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.neighbour.Served;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.settings.Rate;
import org.weighhouse.gateway.internal.settings.ShareSettings;
import org.weighhouse.gateway.internal.settings.WebhookSettings;
import org.weighhouse.gateway.internal.share.RefusalWatch;
import org.weighhouse.ledger.internal.engine.LedgerEngine;
import org.weighhouse.ledger.internal.engine.Settings;
import org.weighhouse.ledger.internal.journal.JdbcJournalStore;
import org.weighhouse.meter.internal.LedgerMeter;
import org.weighhouse.meter.internal.MeterConfig;

/** The real gateway, meter and ledger on Derby, joined as in the product; only the catalog is one in memory. */
final class HttpIntake implements AutoCloseable {

    private static final int FETCH_ROWS = 16;
    private static final Rate UNHURRIED = new Rate(1_000_000, 1_000_000);

    private final List<WorkspaceId> workspaces;
    private final OwnedDatabase database;
    private final LedgerEngine ledger;
    private final GatewayServer server;

    HttpIntake(Path folder, List<WorkspaceId> workspaces) throws Exception {
        this.workspaces = workspaces;
        database = Databases.open("jdbc:derby:" + folder.resolve("http") + ";create=true", folder);
        JdbcJournalStore.migrate(database);
        ledger = LedgerEngine.open(
                new JdbcJournalStore(database, FETCH_ROWS),
                folder.resolve("ledger"),
                Clock.systemUTC(),
                Settings.DEFAULT);
        OneCatalog catalog = new OneCatalog(workspaces);
        NoChannels channels = new NoChannels();
        Neighbours neighbours = new Neighbours();
        neighbours.keys().fill(catalog);
        neighbours.channels().fill(channels);
        neighbours.workspaces().fill(catalog);
        neighbours
                .meter()
                .fill(new LedgerMeter(
                        ledger, ledger.queries(), catalog, catalog, channels, new FakeTrail(), new MeterDefaults()));
        neighbours.ledger().fill(ledger);
        neighbours.usage().fill(ledger.queries());
        server = new GatewayServer(
                gatewayDefaults(),
                Optional.empty(),
                neighbours,
                new Served(),
                new RefusalWatch(Clock.systemUTC()),
                Clock.systemUTC());
        server.open();
    }

    int port() {
        return server.number();
    }

    /** Credits counted so far, from the roll-ups of all workspaces. */
    long counted() {
        Instant now = Instant.now();
        TimeRange days = new TimeRange(
                now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(1)),
                now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2)));
        return workspaces.stream()
                .map(workspace -> UsageQuery.total(workspace, Unit.MESSAGE_CREDIT, days, ZoneOffset.UTC))
                .flatMap(query -> ledger.queries().query(query).stream())
                .mapToLong(row -> row.usage().amount().toBigDecimal().longValueExact())
                .sum();
    }

    @Override
    public void close() throws IOException {
        try {
            server.close();
        } catch (Exception failed) {
            throw new IOException(failed);
        } finally {
            ledger.close();
            database.close();
        }
    }

    /** The gateway's defaults, but for the pace: how fast a key may be is not what is measured. */
    private static GatewaySettings gatewayDefaults() {
        return new GatewaySettings(
                "127.0.0.1",
                0,
                8_192,
                20 * 1024 * 1024,
                32 * 1024,
                2_048,
                128L * 1024 * 1024,
                4_000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                5_000,
                10_000,
                Duration.ofMinutes(5),
                new ShareSettings(UNHURRIED, UNHURRIED, Duration.ZERO, 100_000, 256 * 1024, 8L * 1024 * 1024),
                new WebhookSettings(4 * 1024 * 1024, 256, 64L * 1024 * 1024, new Rate(500, 1_000), 10_000));
    }

    /** The meter's defaults, as its component gets them. */
    private static final class MeterDefaults implements MeterConfig {
        @Override
        public int ledgerTimeoutInSeconds() {
            return 30;
        }

        @Override
        public int subscribersRemembered() {
            return 100_000;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return MeterConfig.class;
        }
    }
}
