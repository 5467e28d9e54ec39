package org.weighhouse.report.internal.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.report.FormulaGuard;
import org.weighhouse.report.internal.usage.AccountLabels;
import org.weighhouse.report.internal.usage.ChannelLabels;
import org.weighhouse.report.internal.usage.DayRow;
import org.weighhouse.report.internal.usage.Money;

/**
 * The usage report as CSV: a header, then a record for each day, unit and purpose. UTF-8 without a byte order mark, since
 * RFC 4180 readers would take it for a part of the first name. Not thread-safe.
 */
public final class UsageCsv {

    /** The names of the columns, in their order; others read them, so add at the end and rename nothing. */
    public static final List<String> COLUMNS = List.of(
            "day",
            "unit",
            "channel",
            "channel_id",
            "message_kind",
            "campaign",
            "flow",
            "ai_feature",
            "model",
            "events",
            "quantity",
            "input_tokens",
            "output_tokens",
            "cache_read_tokens",
            "cache_write_tokens",
            "reasoning_tokens",
            "cache_write_long_tokens",
            "count",
            "currency",
            "market",
            "account",
            "account_id",
            "key",
            "key_id");

    private final ChannelLabels channels;
    private final AccountLabels accounts;
    private final Money money;
    private final CSVPrinter csv;

    public UsageCsv(ChannelLabels channels, AccountLabels accounts, Money money, OutputStream out) throws IOException {
        this.channels = channels;
        this.accounts = accounts;
        this.money = money;
        this.csv = Csv.to(out);
    }

    public void writeHeader() throws IOException {
        csv.printRecord(COLUMNS);
    }

    public void write(DayRow row) throws IOException {
        Attribution attribution = row.attribution();
        TokenBuckets tokens = row.usage().tokens();
        boolean cost = row.unit() == Unit.COST;
        List<Object> cells = new ArrayList<>(COLUMNS.size());
        cells.add(row.day());
        cells.add(row.unit().slug());
        cells.add(text(channels.of(attribution.channel()).name()));
        cells.add(text(attribution.channel()));
        cells.add(text(attribution.messageKind()));
        cells.add(text(attribution.campaign()));
        cells.add(text(attribution.automationFlow()));
        cells.add(text(attribution.aiFeature()));
        cells.add(text(attribution.model()));
        cells.add(row.usage().events());
        cells.add(cost ? money.exact(row.usage().amount()) : row.usage().amount());
        cells.add(tokens.input());
        cells.add(tokens.output());
        cells.add(tokens.cacheRead());
        cells.add(tokens.cacheWrite());
        cells.add(tokens.reasoning());
        cells.add(tokens.cacheWriteLong());
        cells.add(row.usage().quantity());
        cells.add(cost ? money.currency().getCurrencyCode() : "");
        cells.add(text(attribution.market()));
        cells.add(text(accounts.account(attribution.account())));
        cells.add(text(attribution.account()));
        cells.add(text(accounts.key(attribution.key())));
        cells.add(text(attribution.key()));
        csv.printRecord(cells);
    }

    /** A text that others chose. */
    private static String text(String value) {
        return FormulaGuard.defused(value);
    }

    /** Passes on what is still buffered; the stream stays open. */
    public void flush() throws IOException {
        csv.flush();
    }
}
