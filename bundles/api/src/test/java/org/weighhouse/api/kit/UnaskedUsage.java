package org.weighhouse.api.kit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;

/** Queries for fakes that override what is asked of them; whoever asks anything else is told so. */
public interface UnaskedUsage extends UsageQueries {

    @Override
    default Balance balance(WorkspaceId workspace, Unit unit, Instant at) {
        throw new UnsupportedOperationException("balance was not expected");
    }

    @Override
    default List<UsageRow> query(UsageQuery query) {
        throw new UnsupportedOperationException("query was not expected");
    }

    @Override
    default TopUsage top(UsageQuery query, int count) {
        throw new UnsupportedOperationException("top was not expected");
    }

    @Override
    default List<TimeRange> slices(TimeRange range, Window window, ZoneId zone) {
        throw new UnsupportedOperationException("slices was not expected");
    }

    @Override
    default EntryPage explain(UsageQuery query, long from, int limit) {
        throw new UnsupportedOperationException("explain was not expected");
    }

    @Override
    default List<LedgerEntry> find(WorkspaceId workspace, String channel, Reference reference) {
        throw new UnsupportedOperationException("find was not expected");
    }

    @Override
    default Dossier dossier(WorkspaceId workspace, String channel, Reference reference) {
        throw new UnsupportedOperationException("dossier was not expected");
    }

    @Override
    default Subscription subscribe(Consumer<WorkspaceId> listener) {
        throw new UnsupportedOperationException("subscribe was not expected");
    }
}
