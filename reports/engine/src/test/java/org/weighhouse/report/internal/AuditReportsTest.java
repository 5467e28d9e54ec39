package org.weighhouse.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.Acting;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.AuditQuery;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.kit.UnaskedTrail;
import org.weighhouse.report.internal.csv.AuditCsv;

class AuditReportsTest {

    private static final int LINES = 2_500;
    private static final WorkspaceId DEMO = new WorkspaceId("demo");
    private static final Actor ANNA = new Actor("anna", Actor.Way.DASHBOARD, "192.0.2.7");

    private final LongTrail trail = new LongTrail();
    private final AuditReports reports = new AuditReports(trail);

    /** Lines 1 to {@link #LINES}, and what is noted. */
    private static final class LongTrail implements UnaskedTrail {
        private final List<Deed> noted = new ArrayList<>();
        private final List<Actor> by = new ArrayList<>();

        @Override
        public void note(Actor actor, Deed deed) {
            by.add(actor);
            noted.add(deed);
        }

        @Override
        public List<AuditEntry> find(AuditQuery query) {
            long newest = Math.min(LINES, query.before() - 1);
            return LongStream.rangeClosed(Math.max(1, newest - query.limit() + 1), newest)
                    .mapToObj(LongTrail::entry)
                    .toList()
                    .reversed();
        }

        private static AuditEntry entry(long number) {
            Deed deed =
                    Deed.done(Action.KEY_CREATED, "k" + number, DEMO).saying("=HYPERLINK(\"http://x\"), for \"send\"");
            return new AuditEntry(number, Instant.ofEpochMilli(number), ANNA, deed, "hash" + number);
        }
    }

    @Test
    void everyLineIsWrittenOnceTheNewestFirst() throws Exception {
        List<CSVRecord> records = write(AuditQuery.newest(1));

        assertThat(records).hasSize(LINES + 1);
        assertThat(records.getFirst().toList()).isEqualTo(AuditCsv.COLUMNS);
        assertThat(records.get(1).toList())
                .containsExactly(
                        "2500",
                        "1970-01-01T00:00:02.500Z",
                        "anna",
                        "dashboard",
                        "192.0.2.7",
                        "key-created",
                        "done",
                        "demo",
                        "k2500",
                        // A spreadsheet would run it.
                        "'=HYPERLINK(\"http://x\"), for \"send\"",
                        "hash2500");
        assertThat(records.stream().skip(1).map(each -> each.get(0)))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, LINES)
                        .mapToObj(Long::toString)
                        .toList()
                        .reversed());
    }

    @Test
    void whoTakesItIsInTheTrail() throws Exception {
        try (Acting.Scope anna = Acting.as(ANNA)) {
            write(AuditQuery.newest(1));
            write(AuditQuery.newest(1).of(Set.of(DEMO)));
        }

        assertThat(trail.by).containsExactly(ANNA, ANNA);
        assertThat(trail.noted)
                .containsExactly(
                        Deed.done(Action.TRAIL_EXPORTED, "audit trail").saying("of everything"),
                        Deed.done(Action.TRAIL_EXPORTED, "audit trail", DEMO));
    }

    private List<CSVRecord> write(AuditQuery query) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reports.write(query, out);
        try (CSVParser parser = CSVParser.parse(out.toString(StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            return parser.getRecords();
        }
    }
}
