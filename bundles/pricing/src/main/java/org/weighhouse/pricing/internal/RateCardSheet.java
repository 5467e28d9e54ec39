package org.weighhouse.pricing.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.weighhouse.api.Amount;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.RateCard.MessageRate;
import org.weighhouse.api.catalog.RateCard.TokenRate;
import org.weighhouse.pricing.internal.Rows.Scope;

/** A rate card as CSV. */
final class RateCardSheet {

    private static final String MESSAGE = "message";
    private static final String TOKENS = "tokens";
    private static final List<String> OF_MESSAGES = List.of("channel", "kind", "market", "credits");
    private static final List<String> OF_TOKENS =
            List.of("model", "input", "output", "cache_read", "cache_write", "cache_write_long", "reasoning");
    private static final List<String> COLUMNS = Columns.together(OF_MESSAGES, OF_TOKENS);

    private static final Amount ONE = Amount.of(1);

    private RateCardSheet() {}

    static RateCard read(Instant effectiveFrom, InputStream csv) throws IOException {
        Rows<MessageRate> messages = new Rows<>("messages", RateCard.MAX_ROWS);
        Rows<TokenRate> tokens = new Rows<>("tokens", RateCard.MAX_ROWS);
        for (Sheet.Row row : Sheet.read(csv, COLUMNS)) {
            switch (row.kind()) {
                case MESSAGE -> {
                    MessageRate rate = message(row);
                    messages.add(rate, new Scope(row.line(), rate.channel(), rate.kind(), rate.market()));
                }
                case TOKENS -> {
                    TokenRate rate = tokens(row);
                    tokens.add(rate, new Scope(row.line(), rate.model()));
                }
                default -> throw row.wrong("row is " + MESSAGE + " or " + TOKENS);
            }
        }
        return new RateCard(effectiveFrom, messages.all(), tokens.all());
    }

    private static MessageRate message(Sheet.Row row) {
        row.requireOnly(OF_MESSAGES);
        return new MessageRate(
                row.match("channel"), row.match("kind"), row.match("market"), row.need("credits", Decimals::amount));
    }

    /** A bucket that is blank counts a token as a token. */
    private static TokenRate tokens(Sheet.Row row) {
        row.requireOnly(OF_TOKENS);
        return new TokenRate(
                row.match("model"),
                weight(row, "input"),
                weight(row, "output"),
                weight(row, "cache_read"),
                weight(row, "cache_write"),
                weight(row, "cache_write_long"),
                weight(row, "reasoning"));
    }

    private static Amount weight(Sheet.Row row, String column) {
        return row.find(column, Decimals::amount, ONE);
    }

    static void write(RateCard card, OutputStream out) throws IOException {
        CSVPrinter printer = Sheet.to(out, COLUMNS);
        for (MessageRate rate : card.messages()) {
            Sheet.print(printer, List.of(MESSAGE, rate.channel(), rate.kind(), rate.market(), rate.credits()));
        }
        for (TokenRate rate : card.tokens()) {
            Sheet.print(
                    printer,
                    Columns.row(
                            TOKENS,
                            OF_MESSAGES.size(),
                            rate.model(),
                            rate.input(),
                            rate.output(),
                            rate.cacheRead(),
                            rate.cacheWrite(),
                            rate.cacheWriteLong(),
                            rate.reasoning()));
        }
        printer.flush();
    }
}
