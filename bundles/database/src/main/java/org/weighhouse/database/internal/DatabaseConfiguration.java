package org.weighhouse.database.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the database. */
@ObjectClassDefinition(name = "Weighhouse database")
public @interface DatabaseConfiguration {

    @AttributeDefinition(
            description =
                    "JDBC URL (jdbc:derby: or jdbc:postgresql:). Empty: the environment variable WEIGHHOUSE_DB_URL, else"
                            + " embedded Derby in the data folder.")
    String url() default "";

    @AttributeDefinition(description = "Most connections in the pool.")
    int poolSize() default 10;

    @AttributeDefinition(description = "Longest wait for a connection of the pool, in milliseconds.")
    long connectionTimeoutInMs() default 10_000;

    @AttributeDefinition(description = "Pages of embedded Derby's cache.")
    int derbyPageCacheSize() default DerbySettings.PAGE_CACHE_SIZE;

    @AttributeDefinition(description = "Bytes of a page of new Derby tables: 4096, 8192, 16384 or 32768.")
    int derbyPageSizeInBytes() default DerbySettings.PAGE_SIZE_IN_BYTES;

    @AttributeDefinition(
            description =
                    "Bytes of Derby's log after which it writes its tables to the disk; 100000 to 128000000. Commits"
                            + " wait meanwhile, the longer the more there is.")
    int derbyCheckpointIntervalInBytes() default DerbySettings.CHECKPOINT_INTERVAL_IN_BYTES;
}
