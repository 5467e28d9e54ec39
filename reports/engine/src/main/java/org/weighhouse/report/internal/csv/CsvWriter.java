package org.weighhouse.report.internal.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes records as RFC 4180 has them: CRLF, quotes where needed and doubled inside. UTF-8 without a byte order mark,
 * since RFC 4180 readers would take it for a part of the first name. Not thread-safe.
 */
final class CsvWriter {

    /** What makes a spreadsheet take a text for a formula, full-width forms included. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final Writer out;
    private boolean first = true;

    CsvWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    /** A text that others chose: an apostrophe keeps spreadsheets from running it as a formula. */
    CsvWriter text(String value) throws IOException {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        return cell(formula ? "'" + value : value);
    }

    /** A text of our own, such as a number or date. */
    CsvWriter cell(String value) throws IOException {
        if (!first) {
            out.write(',');
        }
        first = false;
        if (needsQuotes(value)) {
            out.write('"');
            out.write(value.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(value);
        }
        return this;
    }

    CsvWriter cell(long value) throws IOException {
        return cell(Long.toString(value));
    }

    void endRecord() throws IOException {
        out.write("\r\n");
        first = true;
    }

    void flush() throws IOException {
        out.flush();
    }

    private static boolean needsQuotes(String value) {
        return value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    }
}
