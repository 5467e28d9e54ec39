package org.weighhouse.api.report;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Writes reports. Thread-safe; blocks until the report is written. */
@ProviderType
public interface ReportService {

    /**
     * Writes a report; does not close the stream.
     *
     * @throws IllegalArgumentException if the workspace is unknown
     * @throws IOException if writing fails
     */
    void write(ReportRequest request, OutputStream out) throws IOException;
}
