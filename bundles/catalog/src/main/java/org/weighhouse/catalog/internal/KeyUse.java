package org.weighhouse.catalog.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When keys, or tokens, were last used: kept in memory, and written now and then, for a write with every call would cost more than the
 * call. Thread-safe.
 */
final class KeyUse implements AutoCloseable {

    /** As exact as it is told, and as often as it is written. */
    static final Duration STEP = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(KeyUse.class);

    private final CatalogDatabase database;
    private final Clock clock;
    private final Map<String, Instant> lastUsed = new ConcurrentHashMap<>();
    private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();
    private final Rounds rounds;

    KeyUse(CatalogDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
        database.write(em -> CatalogDatabase.all(em, KeyUseRow.class))
                .forEach(row -> lastUsed.put(row.id(), row.lastUsed()));
        this.rounds = new Rounds("weighhouse-key-use", STEP, this::write);
    }

    void used(String id) {
        Instant now = clock.instant();
        Instant before = lastUsed.get(id);
        if (before == null || now.isAfter(before.plus(STEP))) {
            lastUsed.put(id, now);
            unwritten.put(id, now);
        }
    }

    Optional<Instant> of(String id) {
        return Optional.ofNullable(lastUsed.get(id));
    }

    void forget(String id) {
        lastUsed.remove(id);
        unwritten.remove(id);
    }

    private void write() {
        Map<String, Instant> pending = Map.copyOf(unwritten);
        if (pending.isEmpty()) {
            return;
        }
        try {
            database.run(em -> pending.forEach((id, time) -> em.merge(new KeyUseRow(id, time))));
            pending.forEach(unwritten::remove);
        } catch (RuntimeException failed) {
            LOG.warn("When keys were last used could not be written, and is tried again: {}", failed.toString());
        }
    }

    @Override
    public void close() {
        if (rounds.end()) {
            write();
        }
    }
}
