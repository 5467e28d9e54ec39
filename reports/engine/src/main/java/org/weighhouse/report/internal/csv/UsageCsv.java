package org.weighhouse.report.internal.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.report.internal.usage.ChannelLabels;
import org.weighhouse.report.internal.usage.DayRow;

/** The usage report as CSV: a header, then a record for each day, unit and purpose. Not thread-safe. */
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
            "reasoning_tokens");

    private final ChannelLabels labels;
    private final CsvWriter csv;

    public UsageCsv(ChannelLabels labels, OutputStream out) {
        this.labels = labels;
        this.csv = new CsvWriter(out);
    }

    public void writeHeader() throws IOException {
        for (String column : COLUMNS) {
            csv.cell(column);
        }
        csv.endRecord();
    }

    public void write(DayRow row) throws IOException {
        Attribution attribution = row.attribution();
        csv.cell(row.day().toString())
                .cell(row.unit().slug())
                .text(labels.of(attribution.channel()).name())
                .text(attribution.channel())
                .text(attribution.messageKind())
                .text(attribution.campaign())
                .text(attribution.automationFlow())
                .text(attribution.aiFeature())
                .text(attribution.model())
                .cell(row.usage().events())
                .cell(row.usage().amount().toString());
        write(row.usage().tokens());
        csv.endRecord();
    }

    private void write(TokenBuckets tokens) throws IOException {
        csv.cell(tokens.input())
                .cell(tokens.output())
                .cell(tokens.cacheRead())
                .cell(tokens.cacheWrite())
                .cell(tokens.reasoning());
    }

    /** Passes on what is still buffered; the stream stays open. */
    public void flush() throws IOException {
        csv.flush();
    }
}
