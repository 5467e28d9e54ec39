package org.weighhouse.pricing.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.report.FormulaGuard;

/** A CSV file whose first line names its columns: commas, semicolons or tabs, as spreadsheets write them. */
final class Sheet {

    /** More lines are refused before they are all kept. */
    private static final int MAX_LINES = 10_000;

    private Sheet() {}

    /** @throws IllegalArgumentException if it is no such file, or has columns that are not known */
    static List<Row> read(InputStream file, List<String> known) throws IOException {
        String text = TextFile.read(file);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<Row> rows = new ArrayList<>();
            List<String> columns = List.of();
            for (CSVRecord each : parser) {
                if (columns.isEmpty()) {
                    columns = columns(each, known);
                } else if (each.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row(parser.getCurrentLineNumber(), each, columns));
                }
                if (rows.size() > MAX_LINES) {
                    throw new IllegalArgumentException("the file has more than " + MAX_LINES + " rows");
                }
            }
            if (columns.isEmpty()) {
                throw new IllegalArgumentException(
                        "the file is empty; its first line names columns: " + String.join(",", known));
            }
            return rows;
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new IllegalArgumentException("the file is no CSV: " + broken.getMessage(), broken);
        }
    }

    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        if (first.contains(",")) {
            return ',';
        }
        return first.contains(";") ? ';' : '\t';
    }

    private static List<String> columns(CSVRecord header, List<String> known) {
        List<String> columns = header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String column : columns) {
            if (!known.contains(column)) {
                throw new IllegalArgumentException("there is no column \"" + FormulaGuard.defused(shortened(column))
                        + "\"; columns are " + String.join(",", known));
            }
        }
        if (columns.stream().distinct().count() < columns.size()) {
            throw new IllegalArgumentException("a column stands twice in the first line");
        }
        return columns;
    }

    private static String shortened(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64) + "…";
    }

    private static Row row(long line, CSVRecord values, List<String> columns) {
        if (values.size() > columns.size()) {
            throw new IllegalArgumentException("line " + line + ": has more cells than there are columns");
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isBlank()) {
                cells.put(columns.get(i), values.get(i).strip());
            }
        }
        return new Row(line, cells);
    }

    static CSVPrinter to(OutputStream out, List<String> columns) throws IOException {
        CSVPrinter printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        printer.printRecord(columns);
        return printer;
    }

    /** One more line, of which spreadsheets run nothing. */
    static void print(CSVPrinter printer, List<?> cells) throws IOException {
        printer.printRecord(cells.stream().map(cell -> FormulaGuard.defused(cell.toString())));
    }

    /**
     * One line.
     *
     * @param line its number in the file, from 1; the last one of a row that has several
     * @param cells what is not blank, by column
     */
    record Row(long line, Map<String, String> cells) {

        /** What it is, in the column {@code row}. */
        String kind() {
            return cells.getOrDefault("row", "");
        }

        /** What a row matches; blank is anything. An apostrophe that keeps spreadsheets from running it is taken off. */
        String match(String column) {
            String text = cells.getOrDefault(column, RateCard.ANY);
            return text.startsWith("'")
                            && FormulaGuard.defused(text.substring(1)).equals(text)
                    ? text.substring(1)
                    : text;
        }

        /** @throws IllegalArgumentException if it is blank or is not read */
        <T> T need(String column, Function<String, T> read) {
            if (!cells.containsKey(column)) {
                throw wrong(column + " is missing");
            }
            try {
                return read.apply(shortened(cells.get(column)));
            } catch (IllegalArgumentException refused) {
                throw new IllegalArgumentException(
                        "line " + line + ": " + column + " " + refused.getMessage(), refused);
            }
        }

        /** @throws IllegalArgumentException if it is not read */
        <T> T find(String column, Function<String, T> read, T usual) {
            return cells.containsKey(column) ? need(column, read) : usual;
        }

        /** @throws IllegalArgumentException if there is something in another column */
        void requireOnly(List<String> columns) {
            for (String column : cells.keySet()) {
                if (!column.equals("row") && !columns.contains(column)) {
                    throw wrong("a row \"" + kind() + "\" has nothing in the column " + column);
                }
            }
        }

        IllegalArgumentException wrong(String why) {
            return new IllegalArgumentException("line " + line + ": " + why);
        }
    }
}
