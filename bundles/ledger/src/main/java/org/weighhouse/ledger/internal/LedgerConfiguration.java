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

    @AttributeDefinition(
            description = "Least time from one group commit to the next while calls come faster than commits, in"
                    + " microseconds; 0 to 100000. A caller who is alone never waits for it.")
    long commitIntervalInMicros() default 1_000;

    @AttributeDefinition(description = "Least time between two rounds of notifications, in milliseconds.")
    long notifyIntervalInMs() default 100;

    @AttributeDefinition(description = "Journal rows fetched from a database server at a time when reading.")
    int fetchRows() default 16;

    @AttributeDefinition(
            description = "Folder for checkpoints. Empty: the folder ledger in WEIGHHOUSE_DATA, or else in Karaf's"
                    + " folder. Each ledger needs one of its own.")
    String folder() default "";

    @AttributeDefinition(description = "A checkpoint is due after this many entries and ended holds.")
    int checkpointEntries() default 1_500_000;

    @AttributeDefinition(description = "A checkpoint is due after this many journal rows.")
    int checkpointRows() default 50_000;

    @AttributeDefinition(description = "Journal rows kept in memory for finding what was written before, in megabytes.")
    int pageCacheInMb() default 64;

    @AttributeDefinition(
            description = "Most holds open at once, at least 2; a workspace may have half of them, and less as others"
                    + " have more. Further ones are refused.")
    int maxOpenHolds() default 200_000;

    @AttributeDefinition(
            description = "Most combinations of dimensions of a workspace and a unit on one day; more are counted as"
                    + " (other).")
    int maxCombinations() default 1_000;

    @AttributeDefinition(
            description =
                    "Days for which cells are kept by quarters of an hour; then by the workspace's days. At least 1.")
    int quarterHourDays() default 400;

    @AttributeDefinition(
            description =
                    "Days for which cells are kept at all, at least 32; the journal keeps every entry. 0 for ever.")
    int retentionDays() default 0;
}
