package org.weighhouse.pricing.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.PriceBook.MessagePrice;
import org.weighhouse.api.catalog.PriceBook.ModelPrice;
import org.weighhouse.pricing.internal.Rows.Scope;

/** A price book as CSV. */
final class PriceBookSheet {

    private static final String MESSAGE = "message";
    private static final String MODEL = "model";
    private static final List<String> OF_MESSAGES = List.of("channel", "kind", "market", "each");
    private static final List<String> OF_MODELS = List.of(
            "provider",
            "model",
            "from_input",
            "input",
            "output",
            "cache_read",
            "cache_write",
            "cache_write_long",
            "reasoning",
            "tool_call",
            "minute");
    private static final List<String> COLUMNS = Columns.together(OF_MESSAGES, OF_MODELS);

    private PriceBookSheet() {}

    static PriceBook read(Instant effectiveFrom, InputStream csv) throws IOException {
        Rows<MessagePrice> messages = new Rows<>("messages", PriceBook.MAX_ROWS);
        Rows<ModelPrice> models = new Rows<>("models", PriceBook.MAX_ROWS);
        for (Sheet.Row row : Sheet.read(csv, COLUMNS)) {
            switch (row.kind()) {
                case MESSAGE -> {
                    MessagePrice price = message(row);
                    messages.add(price, new Scope(row.line(), price.channel(), price.kind(), price.market()));
                }
                case MODEL -> {
                    ModelPrice price = model(row);
                    models.add(
                            price, new Scope(row.line(), price.fromInput(), List.of(price.provider(), price.model())));
                }
                default -> throw row.wrong("row is " + MESSAGE + " or " + MODEL);
            }
        }
        return new PriceBook(effectiveFrom, messages.all(), models.all());
    }

    private static MessagePrice message(Sheet.Row row) {
        row.requireOnly(OF_MESSAGES);
        return new MessagePrice(
                row.match("channel"), row.match("kind"), row.match("market"), row.need("each", Decimals::millionths));
    }

    /** The buckets are required: a price that was forgotten would be counted as free. */
    private static ModelPrice model(Sheet.Row row) {
        row.requireOnly(OF_MODELS);
        return new ModelPrice(
                row.match("provider"),
                row.match("model"),
                row.find("from_input", Decimals::whole, 0L),
                row.need("input", Decimals::wholeMillionths),
                row.need("output", Decimals::wholeMillionths),
                row.need("cache_read", Decimals::wholeMillionths),
                row.need("cache_write", Decimals::wholeMillionths),
                row.need("cache_write_long", Decimals::wholeMillionths),
                row.need("reasoning", Decimals::wholeMillionths),
                row.find("tool_call", Decimals::wholeMillionths, 0L),
                row.find("minute", Decimals::wholeMillionths, 0L));
    }

    static void write(PriceBook book, OutputStream out) throws IOException {
        CSVPrinter printer = Sheet.to(out, COLUMNS);
        for (MessagePrice price : book.messages()) {
            Sheet.print(
                    printer,
                    List.of(MESSAGE, price.channel(), price.kind(), price.market(), Decimals.written(price.each())));
        }
        for (ModelPrice price : book.models()) {
            Sheet.print(
                    printer,
                    Columns.row(
                            MODEL,
                            OF_MESSAGES.size(),
                            price.provider(),
                            price.model(),
                            price.fromInput(),
                            Decimals.written(price.input()),
                            Decimals.written(price.output()),
                            Decimals.written(price.cacheRead()),
                            Decimals.written(price.cacheWrite()),
                            Decimals.written(price.cacheWriteLong()),
                            Decimals.written(price.reasoning()),
                            Decimals.written(price.toolCall()),
                            Decimals.written(price.minute())));
        }
        printer.flush();
    }
}
