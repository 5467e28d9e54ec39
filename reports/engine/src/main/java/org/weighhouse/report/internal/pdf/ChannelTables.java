package org.weighhouse.report.internal.pdf;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.renderers.Renderable;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.report.internal.usage.ChannelLabels;
import org.weighhouse.report.internal.usage.UsageSummary;

/** Messages by channel and kind, AI tokens by channel and model: the largest first, the rest summed up. */
final class ChannelTables {

    private static final Comparator<Usage> SIZE = Comparator.comparing(Usage::amount);

    private final UsageSummary summary;
    private final ChannelLabels labels;
    private final int rowsMax;

    ChannelTables(UsageSummary summary, ChannelLabels labels, int rowsMax) {
        this.summary = summary;
        this.labels = labels;
        this.rowsMax = rowsMax;
    }

    /** What templates show of messages; sums are exact, the share is drawn. */
    record MessageRow(
            String group,
            String color,
            String name,
            BigDecimal messages,
            BigDecimal credits,
            Renderable share,
            String sharePercent) {}

    /** What templates show of AI tokens; {@code charged} is what the rate card made of the buckets. */
    record TokenRow(
            String group,
            String color,
            String name,
            BigDecimal calls,
            BigDecimal input,
            BigDecimal output,
            BigDecimal cacheRead,
            BigDecimal cacheWrite,
            BigDecimal cacheWriteLong,
            BigDecimal reasoning,
            BigDecimal charged) {}

    /** One row of a table, before it is laid out. */
    private record Line(ChannelLabels.Label channel, String name, Usage usage) {}

    JRDataSource messages() {
        Usage all = summary.total(Unit.MESSAGE_CREDIT);
        List<MessageRow> rows = lines(Unit.MESSAGE_CREDIT, "Kind not said", "kinds").stream()
                .map(line -> messageRow(line, all))
                .toList();
        return new RecordSource<>(MessageRow.class, rows);
    }

    JRDataSource tokens() {
        List<TokenRow> rows = lines(Unit.AI_TOKEN, "Model not said", "models").stream()
                .map(ChannelTables::tokenRow)
                .toList();
        return new RecordSource<>(TokenRow.class, rows);
    }

    private List<Line> lines(Unit unit, String notSaid, String restOf) {
        Map<String, Map<String, Usage>> byChannel = summary.byChannel(unit);
        Map<String, Usage> sums = new TreeMap<>();
        byChannel.forEach((channel, details) ->
                sums.put(channel, details.values().stream().reduce(Usage.NONE, Usage::plus)));
        List<Line> lines = new ArrayList<>();
        for (Top.Row<Usage> channel : Top.of(sums, SIZE, Usage::plus, rowsMax)) {
            if (channel.others() > 0) {
                lines.add(new Line(rest(channel), "All " + restOf, channel.value()));
            } else {
                ChannelLabels.Label label = label(channel.key());
                Top.of(byChannel.get(channel.key()), SIZE, Usage::plus, rowsMax)
                        .forEach(row -> lines.add(new Line(label, row.name(notSaid, restOf), row.value())));
            }
        }
        return lines;
    }

    private ChannelLabels.Label label(String channel) {
        return channel.isEmpty()
                ? new ChannelLabels.Label("Channel not said", Palette.css(Palette.REST))
                : labels.of(channel);
    }

    private static ChannelLabels.Label rest(Top.Row<Usage> channels) {
        return new ChannelLabels.Label(channels.name("", "channels"), Palette.css(Palette.REST));
    }

    private static MessageRow messageRow(Line line, Usage all) {
        double share = Figures.share(line.usage().amount(), all.amount());
        return new MessageRow(
                line.channel().name(),
                line.channel().color(),
                line.name(),
                BigDecimal.valueOf(line.usage().quantity()),
                line.usage().amount().toBigDecimal(),
                new Gauge(Color.decode(line.channel().color()), share),
                Figures.percent(share));
    }

    private static TokenRow tokenRow(Line line) {
        TokenBuckets tokens = line.usage().tokens();
        return new TokenRow(
                line.channel().name(),
                line.channel().color(),
                line.name(),
                BigDecimal.valueOf(line.usage().quantity()),
                BigDecimal.valueOf(tokens.input()),
                BigDecimal.valueOf(tokens.output()),
                BigDecimal.valueOf(tokens.cacheRead()),
                BigDecimal.valueOf(tokens.cacheWrite()),
                BigDecimal.valueOf(tokens.cacheWriteLong()),
                BigDecimal.valueOf(tokens.reasoning()),
                line.usage().amount().toBigDecimal());
    }
}
