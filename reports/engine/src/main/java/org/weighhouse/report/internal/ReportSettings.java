package org.weighhouse.report.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Limits of report making; the names of the properties have dots for underscores. */
@ObjectClassDefinition(name = "Weighhouse reports")
public @interface ReportSettings {

    String PID = "org.weighhouse.report";

    @AttributeDefinition(description = "PDF reports rendered at the same time", min = "1", max = "64")
    int pdf_concurrent_max() default 2;

    @AttributeDefinition(description = "How long a PDF report waits for its turn, in milliseconds", min = "0")
    long pdf_wait_in_ms() default 60_000;

    @AttributeDefinition(
            description = "Rows a table of the PDF shows before it sums up the rest in one row",
            min = "3",
            max = "50")
    int pdf_rows_max() default 15;

    @AttributeDefinition(description = "Days read from the ledger in one query", min = "1", max = "366")
    int query_days() default 7;
}
