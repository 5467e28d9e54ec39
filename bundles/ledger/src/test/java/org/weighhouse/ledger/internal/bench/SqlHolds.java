package org.weighhouse.ledger.internal.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;

/**
 * PostgreSQL: one statement and one commit to hold, one to post; a connection for every caller. The account's row has
 * room in its page and no index on what changes. Written in two ways, as plain statements and as functions; the
 * functions touch the account last, so that its row is locked for as short as can be.
 */
final class SqlHolds implements HoldSide {

    /** Begins the names of both ways. */
    static final String NAME = "postgresql";

    private static final List<String> TABLES = List.of(
            """
            create table account (workspace text collate "C" primary key, granted bigint not null,
                used bigint not null, reserved bigint not null) with (fillfactor = 10)""",
            """
            create table hold (id uuid primary key, workspace text collate "C" not null, amount bigint not null,
                expires bigint not null)""",
            """
            create table entry (workspace text collate "C" not null, source text collate "C" not null,
                id text collate "C" not null, happened bigint not null, amount bigint not null,
                quantity bigint not null, %s,
                primary key (workspace, source, id))""".formatted(SqlTables.dimensionsAs("text not null")),
            "insert into account values ('hot', " + GRANTED + ", 0, 0)");

    private static final List<String> FUNCTIONS = List.of("""
            create function hold_credits(p_id uuid, p_workspace text, p_amount bigint, p_expires bigint)
            returns boolean language plpgsql as $$
            begin
                insert into hold values (p_id, p_workspace, p_amount, p_expires);
                update account set reserved = reserved + p_amount
                    where workspace = p_workspace and granted - used - reserved >= p_amount;
                if not found then
                    delete from hold where id = p_id;
                    return false;
                end if;
                return true;
            end $$""", """
            create function post_hold(p_id uuid, p_workspace text, p_source text, p_entry text, p_happened bigint,
                p_amount bigint, p_quantity bigint, p_channel text, p_kind text, p_campaign text, p_flow text,
                p_feature text, p_model text, p_market text, p_account text, p_key text)
            returns boolean language plpgsql as $$
            declare
                v_held bigint;
            begin
                delete from hold where id = p_id and workspace = p_workspace returning amount into v_held;
                if not found then
                    return false;
                end if;
                insert into entry values (p_workspace, p_source, p_entry, p_happened, p_amount, p_quantity, p_channel,
                    p_kind, p_campaign, p_flow, p_feature, p_model, p_market, p_account, p_key);
                update account set reserved = reserved - v_held, used = used + p_amount
                    where workspace = p_workspace;
                return true;
            end $$""");

    private static final String HOLD = """
            with wanted as (select ?::uuid as id, ?::text as workspace, ?::bigint as amount, ?::bigint as expires),
            taken as (
                update account a set reserved = a.reserved + w.amount from wanted w
                where a.workspace = w.workspace and a.granted - a.used - a.reserved >= w.amount
                returning w.id, w.workspace, w.amount, w.expires
            ), held as (
                insert into hold select * from taken returning id
            )
            select exists (select from held)""";

    private static final String POST =
            """
            with fact as (
                select ?::uuid as hold, ?::text as workspace, ?::text as source, ?::text as id, ?::bigint as happened,
                    ?::bigint as amount, ?::bigint as quantity, %s
            ), settled as (
                delete from hold h using fact f where h.id = f.hold and h.workspace = f.workspace
                returning f.*, h.amount as held
            ), written as (
                insert into entry select workspace, source, id, happened, amount, quantity, %s from settled
            ), moved as (
                update account a set reserved = a.reserved - s.held, used = a.used + s.amount from settled s
                where a.workspace = s.workspace returning a.workspace
            )
            select exists (select from moved)""".formatted("?::text as " + SqlTables.DIMENSIONS.replace(", ", ", ?::text as "), SqlTables.DIMENSIONS);

    private static final Attribution ATTRIBUTION = Load.attribution("telegram", 1);

    private record Session(Connection connection, PreparedStatement hold, PreparedStatement post) {}

    private final String name;
    private final Place place;
    private final List<Session> sessions = new ArrayList<>();

    private SqlHolds(String name, Place place, int callers, String hold, String post) throws SQLException {
        this.name = name;
        this.place = place;
        for (int i = 0; i < callers; i++) {
            Connection connection = DriverManager.getConnection(place.url() + "&prepareThreshold=1");
            sessions.add(new Session(connection, connection.prepareStatement(hold), connection.prepareStatement(post)));
        }
    }

    static SqlHolds withStatements(Place place, int callers) throws SQLException {
        create(place, TABLES);
        return new SqlHolds(NAME + "-statements", place, callers, HOLD, POST);
    }

    static SqlHolds withFunctions(Place place, int callers) throws SQLException {
        create(place, TABLES);
        create(place, FUNCTIONS);
        return new SqlHolds(
                NAME + "-functions",
                place,
                callers,
                "select hold_credits(?, ?, ?, ?)",
                "select post_hold(" + SqlTables.parameters(1 + SqlTables.EVENT_COLUMNS) + ")");
    }

    private static void create(Place place, List<String> all) throws SQLException {
        try (Connection connection = DriverManager.getConnection(place.url());
                Statement statement = connection.createStatement()) {
            for (String sql : all) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void pair(int caller, UUID id) throws SQLException {
        Session session = sessions.get(caller);
        long now = System.currentTimeMillis();
        hold(session.hold(), id, now);
        post(session.post(), id, now);
    }

    private static void hold(PreparedStatement hold, UUID id, long now) throws SQLException {
        hold.setObject(1, id);
        hold.setString(2, "hot");
        hold.setLong(3, HELD);
        hold.setLong(4, now + 300_000);
        insist(hold);
    }

    private static void post(PreparedStatement post, UUID id, long now) throws SQLException {
        post.setObject(1, id);
        post.setString(2, "hot");
        post.setString(3, "telegram");
        post.setString(4, id.toString());
        post.setLong(5, now);
        post.setLong(6, USED);
        post.setLong(7, USED);
        int at = 8;
        for (Dimension dimension : Dimension.values()) {
            post.setString(at++, ATTRIBUTION.get(dimension));
        }
        insist(post);
    }

    private static void insist(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next() || !row.getBoolean(1)) {
                throw new IllegalStateException("refused: " + statement);
            }
        }
    }

    @Override
    public long used() throws SQLException {
        try (Connection connection = DriverManager.getConnection(place.url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select used, reserved, (select sum(amount) from entry),"
                        + " (select count(*) from hold) from account")) {
            row.next();
            if (row.getLong(2) != 0 || row.getLong(4) != 0 || row.getLong(1) != row.getLong(3)) {
                throw new IllegalStateException(name + " does not add up");
            }
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Session session : sessions) {
            session.connection().close();
        }
    }
}
