package org.weighhouse.catalog.internal;

import java.util.List;
import java.util.Optional;
import org.weighhouse.api.audit.AuditCheck;
import org.weighhouse.api.audit.AuditTrail;

/** Reads the whole trail, and looks whether each line follows from the one before. */
final class AuditChain {

    private AuditChain() {}

    static AuditCheck check(CatalogDatabase database) {
        AuditHeadRow head = database.write(AuditTables::head);
        long number = 0;
        String hash = "";
        while (number < head.number()) {
            long from = number;
            List<AuditRow> rows = database.write(em -> AuditTables.after(em, from, AuditTrail.MAX_ENTRIES));
            for (AuditRow row : rows) {
                if (!row.follows(number, hash)) {
                    return broken(number, hash, "line " + (number + 1) + " was changed or taken out");
                }
                number = row.number();
                hash = row.hash();
                if (number == head.number()) {
                    break;
                }
            }
            if (rows.isEmpty()) {
                return broken(number, hash, "the lines after " + number + " were taken out");
            }
        }
        return hash.equals(head.hash())
                ? new AuditCheck(number, Optional.empty(), hash)
                : broken(number, hash, "the last line is another than the one that was written last");
    }

    private static AuditCheck broken(long entries, String head, String problem) {
        return new AuditCheck(entries, Optional.of(problem), head);
    }
}
