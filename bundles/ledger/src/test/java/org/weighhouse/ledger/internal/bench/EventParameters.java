package org.weighhouse.ledger.internal.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.weighhouse.api.Dimension;

/** An event as the parameters of a statement, in the order of the tables' columns. */
final class EventParameters {

    private EventParameters() {}

    static void set(PreparedStatement statement, Batch.Event event) throws SQLException {
        int at = 1;
        statement.setString(at++, event.workspace().value());
        statement.setString(at++, event.posting().source());
        statement.setString(at++, event.posting().id());
        statement.setLong(at++, event.posting().time().toEpochMilli());
        statement.setLong(at++, event.posting().amount().milli());
        statement.setLong(at++, event.posting().measures().quantity());
        for (Dimension dimension : Dimension.values()) {
            statement.setString(at++, event.posting().attribution().get(dimension));
        }
    }
}
