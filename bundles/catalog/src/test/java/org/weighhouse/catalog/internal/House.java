package org.weighhouse.catalog.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.kit.AnyAddress;
import org.weighhouse.database.OwnedDatabase;
import org.weighhouse.database.standalone.Databases;

/** A whole catalog over a real database, wired as the framework wires it. */
final class House implements AutoCloseable {

    private final OwnedDatabase database;
    private final CatalogDatabase catalog;

    final ChangeFeed feed;
    final WorkspaceStore workspaces;
    final ApiKeyStore keys;
    final ChannelRegistry channels;
    final UserStore users;
    final TokenStore tokens;
    final AuditStore trail;

    /** What the clock of keys and trail is ahead of the system's. */
    private volatile Duration ahead = Duration.ZERO;

    House(String url, Path folder) {
        this(url, folder, new FirstAdmin(folder, Map.of()));
    }

    House(String url, Path folder, FirstAdmin firstAdmin) {
        try {
            database = Databases.open(url, folder);
            catalog = new CatalogDatabase(database, folder.toUri().toURL());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        feed = new ChangeFeed(catalog);
        workspaces = new WorkspaceStore(catalog, feed);
        keys = new ApiKeyStore(catalog, feed, workspaces, new KeyClock());
        channels = new ChannelRegistry(catalog);
        users = new UserStore(catalog, feed, workspaces, firstAdmin);
        tokens = new TokenStore(catalog, feed, users, new KeyClock());
        trail = new AuditStore(catalog, () -> Instant.now().plus(ahead));
    }

    private final class KeyClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("keys have no zone");
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    /** Lets time pass for keys and the trail. */
    void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    ChannelAccountStore accounts(Path keyFile) {
        return accounts(new MasterKeySource(Optional.empty(), keyFile));
    }

    ChannelAccountStore accounts(MasterKeySource source) {
        return new ChannelAccountStore(
                catalog, feed, workspaces, channels, new AnyAddress(), CredentialKey.open(catalog, source));
    }

    /** The feed as a second server over the same database has it; it starts with what was changed so far. */
    ChangeFeed feedOfAnotherServer() {
        return new ChangeFeed(catalog);
    }

    /** Every value of every row of a table, as text. */
    List<String> values(String table) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    values.add(rows.getString(column));
                }
            }
        }
        return values;
    }

    Path copyTo(Path folder) throws SQLException {
        return database.copyTo(folder);
    }

    void sql(String text) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Override
    public void close() {
        trail.close();
        keys.close();
        tokens.close();
        channels.stop();
        catalog.close();
        database.close();
    }
}
