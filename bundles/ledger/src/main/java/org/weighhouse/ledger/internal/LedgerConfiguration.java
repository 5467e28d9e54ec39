package org.weighhouse.ledger.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the ledger. */
@ObjectClassDefinition(name = "Weighhouse ledger")
public @interface LedgerConfiguration {

    @AttributeDefinition(description = "Most postings waiting to be written; more are refused. At least 10000.")
    int queueCapacity() default 200_000;

    @AttributeDefinition(description = "A group commit takes no more calls once it has this many postings.")
    int groupLimit() default 20_000;

    @AttributeDefinition(description = "Least time between two rounds of notifications, in milliseconds.")
    long notifyIntervalInMs() default 100;

    @AttributeDefinition(description = "Journal rows fetched from a database server at a time when reading.")
    int fetchRows() default 16;
}
