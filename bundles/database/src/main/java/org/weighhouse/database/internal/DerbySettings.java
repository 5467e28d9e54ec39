package org.weighhouse.database.internal;

/**
 * How embedded Derby works.
 *
 * @param pageCacheSize pages in its cache
 * @param pageSizeInBytes page size of new tables
 * @param checkpointIntervalInBytes bytes of its log after which it writes its tables to the disk. It holds a table while it
 *     does, so that little and often keeps commits waiting least
 */
record DerbySettings(int pageCacheSize, int pageSizeInBytes, int checkpointIntervalInBytes) {

    static final int PAGE_CACHE_SIZE = 2_000;
    static final int PAGE_SIZE_IN_BYTES = 4_096;
    static final int CHECKPOINT_INTERVAL_IN_BYTES = 2_000_000;

    static final DerbySettings DEFAULT =
            new DerbySettings(PAGE_CACHE_SIZE, PAGE_SIZE_IN_BYTES, CHECKPOINT_INTERVAL_IN_BYTES);

    /** Derby takes these from the system's properties when it boots. */
    void apply() {
        System.setProperty("derby.storage.pageCacheSize", Integer.toString(pageCacheSize));
        System.setProperty("derby.storage.pageSize", Integer.toString(pageSizeInBytes));
        System.setProperty("derby.storage.checkpointInterval", Integer.toString(checkpointIntervalInBytes));
    }
}
