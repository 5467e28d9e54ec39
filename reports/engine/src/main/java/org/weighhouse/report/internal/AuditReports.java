package org.weighhouse.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.AuditQuery;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.report.TrailExport;
import org.weighhouse.report.internal.csv.AuditCsv;

/** The audit trail as a CSV stream; a page of it is in memory at a time. */
@Component
public final class AuditReports implements TrailExport {

    private final AuditTrail trail;

    @Activate
    public AuditReports(@Reference AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void write(AuditQuery query, OutputStream out) throws IOException {
        trail.note(deed(query));
        AuditCsv csv = new AuditCsv(out);
        csv.writeHeader();
        AuditQuery next = query.atMost(AuditTrail.MAX_ENTRIES);
        List<AuditEntry> page = trail.find(next);
        while (!page.isEmpty()) {
            for (AuditEntry entry : page) {
                csv.write(entry);
            }
            next = next.before(page.getLast().number());
            page = trail.find(next);
        }
        csv.flush();
    }

    private static Deed deed(AuditQuery query) {
        Set<WorkspaceId> of = query.workspaces().orElse(Set.of());
        Deed whole = Deed.done(Action.TRAIL_EXPORTED, "audit trail");
        return of.size() == 1
                ? whole.in(of.stream().findFirst())
                : whole.saying(
                        of.isEmpty()
                                ? "of everything"
                                : of.stream().map(WorkspaceId::value).sorted().collect(Collectors.joining(", ")));
    }
}
