package org.weighhouse.report.internal.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** How every CSV file of ours is written. */
final class Csv {

    private static final int BUFFER_CHARS = 1 << 16;

    private Csv() {}

    /** RFC 4180, in UTF-8 without a byte order mark, which its readers would take for a part of the first name. */
    static CSVPrinter to(OutputStream out) throws IOException {
        return new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER_CHARS),
                CSVFormat.RFC4180);
    }
}
