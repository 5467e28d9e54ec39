package org.weighhouse.api.report;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.audit.AuditQuery;

/** Writes the audit trail to take away. Thread-safe; blocks until it is written. */
@ProviderType
public interface TrailExport {

    /**
     * Writes all lines that are asked for as {@link ReportRequest.Format#CSV}, the newest first, and notes in the trail that somebody took them; does not close
     * the stream.
     *
     * @param query its limit is not looked at
     * @throws IOException if writing fails
     */
    void write(AuditQuery query, OutputStream out) throws IOException;
}
