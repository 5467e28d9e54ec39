package org.weighhouse.itests;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A usage report as a spreadsheet reads it. */
record UsageCsv(List<CSVRecord> rows) {

    static UsageCsv read(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return new UsageCsv(parser.getRecords());
        }
    }

    /** The sum of a column over the rows of a unit. */
    BigDecimal sum(String unit, String column) {
        return rows.stream()
                .filter(row -> row.get("unit").equals(unit))
                .map(row -> new BigDecimal(row.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
