package org.weighhouse.report.internal.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.report.FormulaGuard;

/** Lines of the audit trail as CSV: a header, then a record each. UTF-8 without a byte order mark. Not thread-safe. */
public final class AuditCsv {

    /** The names of the columns, in their order; others read them, so add at the end and rename nothing. */
    public static final List<String> COLUMNS = List.of(
            "number", "time", "actor", "way", "address", "action", "outcome", "workspace", "subject", "detail", "hash");

    private final CSVPrinter csv;

    public AuditCsv(OutputStream out) throws IOException {
        csv = Csv.to(out);
    }

    public void writeHeader() throws IOException {
        csv.printRecord(COLUMNS);
    }

    public void write(AuditEntry entry) throws IOException {
        Actor actor = entry.actor();
        Deed deed = entry.deed();
        csv.printRecord(
                entry.number(),
                entry.at(),
                FormulaGuard.defused(actor.name()),
                actor.way().slug(),
                FormulaGuard.defused(actor.address()),
                deed.action().slug(),
                deed.outcome().name().toLowerCase(Locale.ROOT),
                deed.workspace().map(WorkspaceId::value).orElse(""),
                FormulaGuard.defused(deed.subject()),
                FormulaGuard.defused(deed.detail()),
                entry.hash());
    }

    /** Passes on what is still buffered; the stream stays open. */
    public void flush() throws IOException {
        csv.flush();
    }
}
