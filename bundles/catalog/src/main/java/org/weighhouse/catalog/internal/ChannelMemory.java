package org.weighhouse.catalog.internal;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.channel.ChannelDescriptor;

/**
 * Writes descriptors to the database and tells of changes, on a thread of its own. Changes that come close together
 * are written and told once. What cannot be written is tried again. Thread-safe.
 */
final class ChannelMemory implements AutoCloseable {

    /** How long changes are gathered before they are written and told. */
    static final Duration GATHER = Duration.ofMillis(100);

    /** How long to wait after a failed write. */
    static final Duration RETRY = Duration.ofSeconds(10);

    /** How long a last write may take when the catalog stops. */
    private static final Duration STOP = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ChannelMemory.class);

    private final CatalogDatabase database;
    private final Runnable tell;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("weighhouse-channels").factory());

    private final Object lock = new Object();
    private final Map<String, ChannelDescriptor> unwritten = new LinkedHashMap<>();
    private boolean scheduled;
    private boolean closed;

    ChannelMemory(CatalogDatabase database, Runnable tell) {
        this.database = database;
        this.tell = tell;
        // Else stopping would wait for another try.
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Writes a descriptor soon, and tells of the change. */
    void keep(ChannelDescriptor descriptor) {
        synchronized (lock) {
            unwritten.put(descriptor.id(), descriptor);
            schedule(GATHER);
        }
    }

    /** Tells soon. */
    void changed() {
        synchronized (lock) {
            schedule(GATHER);
        }
    }

    private void schedule(Duration delay) {
        if (!scheduled && !closed) {
            scheduled = true;
            thread.schedule(this::work, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void work() {
        synchronized (lock) {
            scheduled = false;
        }
        write();
        tell.run();
    }

    private void write() {
        List<ChannelDescriptor> batch;
        synchronized (lock) {
            batch = List.copyOf(unwritten.values());
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            database.run(em -> batch.forEach(descriptor -> save(em, descriptor)));
            forget(batch);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The descriptors of {} could not be stored; trying again in {} s: {}",
                    ids(batch),
                    RETRY.toSeconds(),
                    e.toString());
            synchronized (lock) {
                schedule(RETRY);
            }
        }
    }

    /** Only what was written: a newer descriptor may have come meanwhile. */
    private void forget(List<ChannelDescriptor> batch) {
        synchronized (lock) {
            batch.forEach(descriptor -> unwritten.remove(descriptor.id(), descriptor));
        }
    }

    private static void save(EntityManager em, ChannelDescriptor descriptor) {
        ChannelRow row = em.find(ChannelRow.class, descriptor.id());
        if (row == null) {
            em.persist(new ChannelRow(descriptor));
        } else {
            row.set(descriptor);
        }
    }

    private static List<String> ids(Collection<ChannelDescriptor> descriptors) {
        return descriptors.stream().map(ChannelDescriptor::id).toList();
    }

    /** Writes what is left, then ends the thread. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        try {
            thread.submit(this::write).get(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Descriptors were not stored before the catalog stopped: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Not shutdownNow: an interrupt in the middle of a write makes Derby close the database.
            thread.shutdown();
        }
    }
}
