package org.weighhouse.dashboard.internal.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.kit.FakeChannels;
import org.weighhouse.api.kit.UnaskedUsage;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;

/** Neighbours that answer what a test says. */
final class Fakes {

    static final Workspace WORKSPACE =
            new Workspace(new WorkspaceId("demo"), "Demo", ZoneId.of("Europe/Berlin"), "Growth");

    private Fakes() {}

    static UsageRow row(String slice, String key, long amount) {
        return row(slice, key, new Usage(Amount.of(amount), 1, Measures.of(amount)));
    }

    static UsageRow row(String slice, String key, Usage usage) {
        Instant from = Instant.parse(slice);
        return new UsageRow(new TimeRange(from, from.plusSeconds(900)), List.of(key), usage);
    }

    static UsageQueries queries(Function<UsageQuery, List<UsageRow>> answer) {
        return queries(answer, query -> List.of());
    }

    /** @param behind the entries behind a number; a page begins at its index */
    static UsageQueries queries(
            Function<UsageQuery, List<UsageRow>> answer, Function<UsageQuery, List<LedgerEntry>> behind) {
        return queries(answer, behind, unit -> {
            throw new UnsupportedOperationException("no balance was expected");
        });
    }

    /** Where a workspace stands, and nothing else. */
    static UsageQueries balances(Function<Unit, Balance> balances) {
        return queries(query -> List.of(), query -> List.of(), balances);
    }

    private static UsageQueries queries(
            Function<UsageQuery, List<UsageRow>> answer,
            Function<UsageQuery, List<LedgerEntry>> behind,
            Function<Unit, Balance> balances) {
        return new UnaskedUsage() {
            @Override
            public Balance balance(WorkspaceId workspace, Unit unit, Instant at) {
                return balances.apply(unit);
            }

            @Override
            public List<UsageRow> query(UsageQuery query) {
                return answer.apply(query);
            }

            @Override
            public TopUsage top(UsageQuery query, int count) {
                List<UsageRow> rows = answer.apply(query);
                return new TopUsage(rows.subList(0, Math.min(count, rows.size())), Usage.NONE, 0);
            }

            /** Days, whatever the window is. */
            @Override
            public List<TimeRange> slices(TimeRange range, Window window, ZoneId zone) {
                return LocalDate.ofInstant(range.from(), zone)
                        .datesUntil(LocalDate.ofInstant(range.to(), zone))
                        .map(day -> TimeRange.ofDays(day, day, zone))
                        .toList();
            }

            @Override
            public EntryPage explain(UsageQuery query, long from, int limit) {
                List<LedgerEntry> entries = behind.apply(query);
                int end = Math.min(entries.size(), (int) from + limit);
                return new EntryPage(entries.subList((int) from, end), end == entries.size() ? EntryPage.END : end);
            }
        };
    }

    /** Telegram, installed once and offline now. */
    static Channels telegramOffline() {
        FakeChannels channels = new FakeChannels();
        channels.remember(new ChannelDescriptor(
                "telegram", "Telegram", "#2AABEE", "paperplane", Unit.MESSAGE_CREDIT, "", Map.of(), List.of()));
        return channels;
    }

    /** Telegram, no account and no key. */
    static Names names() {
        return new Names(telegramOffline(), List.of(), List.of());
    }
}
