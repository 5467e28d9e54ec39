package org.weighhouse.catalog.internal;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.Deed;

/**
 * Says in the log what the trail holds, with each line's number and hash: whoever keeps the log elsewhere can tell whether
 * the trail was written anew. No text in it has a line break.
 */
final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.weighhouse.audit");

    private AuditLog() {}

    static void tell(AuditRow row) {
        AuditEntry entry = row.toEntry();
        Deed deed = entry.deed();
        String line = "{} {} subject={} workspace={} actor={} way={} address={} detail={} line={} hash={}";
        Object[] values = {
            deed.action().slug(),
            deed.outcome().name().toLowerCase(Locale.ROOT),
            deed.subject(),
            deed.workspace().map(WorkspaceId::value).orElse("-"),
            entry.actor().name(),
            entry.actor().way().slug(),
            entry.actor().address(),
            deed.detail(),
            entry.number(),
            entry.hash()
        };
        if (deed.outcome() == Deed.Outcome.REFUSED) {
            LOG.warn(line, values);
        } else {
            LOG.info(line, values);
        }
    }
}
