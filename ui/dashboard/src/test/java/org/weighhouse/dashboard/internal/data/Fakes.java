package org.weighhouse.dashboard.internal.data;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;

/** Neighbours that answer what a test says. */
final class Fakes {

    static final Workspace WORKSPACE =
            new Workspace(new WorkspaceId("demo"), "Demo", ZoneId.of("Europe/Berlin"), "Growth");

    private Fakes() {}

    static UsageRow row(String slice, String key, long amount) {
        Instant from = Instant.parse(slice);
        Usage usage = new Usage(Amount.of(amount), 1, TokenBuckets.NONE);
        return new UsageRow(new TimeRange(from, from.plus(UsageQuery.CELL)), List.of(key), usage);
    }

    static UsageQueries queries(Function<UsageQuery, List<UsageRow>> answer) {
        return queries(answer, query -> Stream.empty());
    }

    /** @param entries what is behind the numbers, one at a time */
    static UsageQueries queries(
            Function<UsageQuery, List<UsageRow>> answer, Function<UsageQuery, Stream<LedgerEntry>> entries) {
        return new UsageQueries() {
            @Override
            public Balance balance(WorkspaceId workspace, Unit unit, Instant at) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<UsageRow> query(UsageQuery query) {
                return answer.apply(query);
            }

            @Override
            public TopUsage top(UsageQuery query, int count) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void explain(UsageQuery query, Consumer<LedgerEntry> each) {
                entries.apply(query).forEach(each);
            }

            @Override
            public void entries(WorkspaceId workspace, Unit unit, TimeRange range, Consumer<LedgerEntry> each) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Subscription subscribe(Consumer<WorkspaceId> listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** Telegram, installed once and offline now. */
    static Channels telegramOffline() {
        ChannelDescriptor telegram = new ChannelDescriptor(
                "telegram", "Telegram", "#2AABEE", "paperplane", Unit.MESSAGE_CREDIT, "", Map.of());
        return new Channels() {
            @Override
            public List<Channel> all() {
                return List.of(new Channel(telegram, false));
            }

            @Override
            public Optional<Channel> find(String id) {
                return all().stream()
                        .filter(each -> each.descriptor().id().equals(id))
                        .findFirst();
            }

            @Override
            public void remember(ChannelDescriptor descriptor) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Subscription subscribe(Runnable listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
