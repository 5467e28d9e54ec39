package org.weighhouse.gateway.internal.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.api.report.FormulaGuard;

/** The rows of a meter query, in OpenMeter's JSON and CSV. */
record MeterAnswer(MeterQuery query, List<UsageRow> rows) {

    static MeterAnswer of(MeterQuery query, List<UsageRow> found) {
        boolean oneSum = query.usage().window() == Window.TOTAL
                && query.usage().groupBy().isEmpty();
        // One sum over nothing is zero, and is said; of windows and groups the empty ones are left out.
        List<UsageRow> rows =
                found.isEmpty() && oneSum ? List.of(new UsageRow(query.usage().range(), List.of(), Usage.NONE)) : found;
        return new MeterAnswer(query, rows);
    }

    RestReply json() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("from", query.usage().range().from().toString());
        answer.put("to", query.usage().range().to().toString());
        if (!query.windowSize().isEmpty()) {
            answer.put("windowSize", query.windowSize());
        }
        answer.put("data", rows.stream().map(this::row).toList());
        return RestReply.json(200, answer);
    }

    private Map<String, Object> row(UsageRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", row.usage().amount().toBigDecimal());
        fields.put("quantity", row.usage().quantity());
        fields.put("windowStart", row.slice().from().toString());
        fields.put("windowEnd", row.slice().to().toString());
        fields.put("subject", query.showSubject() ? query.usage().workspace().value() : null);
        Map<String, Object> groups = new LinkedHashMap<>();
        List<Dimension> by = query.usage().groupBy();
        for (int i = 0; i < by.size(); i++) {
            String value = row.group().get(i);
            groups.put(by.get(i).key(), value.isEmpty() ? null : value);
        }
        fields.put("groupBy", groups);
        return fields;
    }

    /** RFC 4180. Texts that others chose begin no formula. */
    RestReply csv() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(header());
            for (UsageRow row : rows) {
                csv.printRecord(cells(row));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Headers headers = Headers.of("Content-Type", "text/csv; charset=utf-8");
        return new RestReply(200, headers, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("window_start", "window_end", MeterQuery.SUBJECT));
        query.usage().groupBy().forEach(dimension -> header.add(dimension.key()));
        header.add("value");
        header.add("quantity");
        return header;
    }

    private List<Object> cells(UsageRow row) {
        List<Object> cells = new ArrayList<>();
        cells.add(row.slice().from());
        cells.add(row.slice().to());
        cells.add(query.showSubject() ? query.usage().workspace().value() : "");
        row.group().forEach(value -> cells.add(FormulaGuard.defused(value)));
        cells.add(row.usage().amount());
        cells.add(row.usage().quantity());
        return cells;
    }
}
