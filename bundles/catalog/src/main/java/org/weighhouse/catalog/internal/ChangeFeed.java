package org.weighhouse.catalog.internal;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.audit.Acting;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.catalog.CatalogChange;
import org.weighhouse.api.catalog.CatalogFeed;

/**
 * Every change of the catalog goes through here, one at a time: its rows, its number and its line of the audit trail are written in
 * one transaction,
 * then it comes into force in memory, then the listeners are told.
 *
 * <p>The number is taken from a row that stays locked until the commit, as the first thing of the transaction. So numbers
 * become visible in their order, whoever writes, and a reader never skips one; and transactions cannot lock each other out.
 */
@Component(service = {CatalogFeed.class, ChangeFeed.class})
public final class ChangeFeed implements CatalogFeed {

    private final CatalogDatabase database;
    private final Listeners<LongConsumer> listeners = new Listeners<>();
    /** Held over a write and its coming into force, so that memory changes in the order of the commits. */
    private final ReentrantLock writing = new ReentrantLock();

    private final ReentrantLock telling = new ReentrantLock();

    private volatile long inForce;
    /** Guarded by {@link #telling}. */
    private long told;

    @Activate
    public ChangeFeed(@Reference CatalogDatabase database) {
        this.database = database;
        inForce = database.write(ChangeFeed::last);
        told = inForce;
    }

    @Override
    public long version() {
        return inForce;
    }

    @Override
    public List<CatalogChange> since(long version) {
        long newest = inForce;
        if (version >= newest) {
            return List.of();
        }
        // Not beyond what is in force here: a change is committed a moment before.
        List<ChangeRow> rows = database.write(em -> em.createQuery(
                        "select c from ChangeRow c where c.version > :after and c.version <= :newest order by c.version",
                        ChangeRow.class)
                .setParameter("after", version)
                .setParameter("newest", newest)
                .setMaxResults(MAX_CHANGES)
                .getResultList());
        return rows.stream().map(ChangeRow::toChange).toList();
    }

    @Override
    public Subscription subscribe(LongConsumer listener) {
        return listeners.add(listener);
    }

    /**
     * Changes the catalog: the work checks against what is in memory, writes once at most, and changes the memory. No
     * other change happens meanwhile. What it throws goes to the caller, with nothing written.
     */
    <T> T change(Function<Writer, T> work) {
        T result;
        writing.lock();
        try {
            Writer writer = new Writer();
            result = work.apply(writer);
            inForce = Math.max(inForce, writer.written);
        } finally {
            writing.unlock();
        }
        tell();
        return result;
    }

    private void tell() {
        if (telling.isHeldByCurrentThread()) {
            // A listener changed something: the loop below goes round once more.
            return;
        }
        telling.lock();
        try {
            while (told < inForce) {
                long newest = inForce;
                told = newest;
                listeners.tell(listener -> listener.accept(newest));
            }
        } finally {
            telling.unlock();
        }
    }

    private static long last(EntityManager em) {
        return em.createQuery("select v.version from VersionRow v", Long.class).getSingleResult();
    }

    /** Writes one change; used by one thread, within {@link #change}. */
    final class Writer {

        private long written;

        private Writer() {}

        /** Writes a change of what the deed was done to. */
        void write(CatalogChange.Kind kind, Deed deed, Consumer<EntityManager> work) {
            write(kind, List.of(deed.subject()), deed, work);
        }

        /** Does the work and notes the changes and who answers for them, in one transaction. */
        void write(CatalogChange.Kind kind, List<String> subjects, Deed deed, Consumer<EntityManager> work) {
            AuditRow line = database.write(em -> {
                em.createQuery("update VersionRow v set v.version = v.version + :changes")
                        .setParameter("changes", (long) subjects.size())
                        .executeUpdate();
                long newest = last(em);
                work.accept(em);
                long version = newest - subjects.size();
                for (String subject : subjects) {
                    em.persist(new ChangeRow(new CatalogChange(++version, kind, subject)));
                }
                written = newest;
                return AuditTables.add(em, Acting.current(), deed);
            });
            AuditLog.tell(line);
        }
    }
}
