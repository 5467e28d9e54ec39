package org.weighhouse.api.report;

import java.time.LocalDate;
import org.weighhouse.api.WorkspaceId;

/**
 * Which report, over which days of the workspace's zone.
 *
 * @param first first day
 * @param last last day, included
 */
public record ReportRequest(WorkspaceId workspace, Kind kind, Format format, LocalDate first, LocalDate last) {

    public enum Kind {
        USAGE("Usage Report");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public enum Format {
        CSV("text/csv; charset=utf-8", "csv"),
        PDF("application/pdf", "pdf");

        private final String contentType;
        private final String extension;

        Format(String contentType, String extension) {
            this.contentType = contentType;
            this.extension = extension;
        }

        public String contentType() {
            return contentType;
        }

        public String extension() {
            return extension;
        }
    }

    /** The longest range of days. */
    public static final int MAX_DAYS = 3_660;

    /** @throws IllegalArgumentException if the range ends before it begins or is longer than {@link #MAX_DAYS} */
    public ReportRequest {
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("a report covers 1 to " + MAX_DAYS + " days");
        }
    }

    /** A file name, such as {@code usage-demo-2026-10-01-2026-10-31.pdf}. */
    public String fileName() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + workspace + "-" + first + "-" + last + "."
                + format.extension();
    }
}
