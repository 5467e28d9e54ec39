package org.weighhouse.catalog.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.criteria.CriteriaQuery;
import java.net.URL;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.weighhouse.database.Database;
import org.weighhouse.database.Migrations;

/** The catalog's tables, reached through EclipseLink. A failed call leaves the tables as they were. Thread-safe. */
@Component(service = CatalogDatabase.class)
public final class CatalogDatabase {

    private static final String HISTORY = "catalog_history";

    private final EntityManagerFactory factory;

    @Activate
    public CatalogDatabase(@Reference Database database, BundleContext context) {
        this(database, context.getBundle().getEntry("/"));
    }

    /** @param root any address that tells this unit apart from others */
    CatalogDatabase(Database database, URL root) {
        database.migrate(Migrations.of(CatalogDatabase.class, "db/catalog"), HISTORY);
        factory = CatalogUnit.open(database.dataSource(), platform(database), root);
    }

    private static String platform(Database database) {
        return switch (database.dialect()) {
            case DERBY -> "Derby";
            case POSTGRESQL -> "PostgreSQL";
        };
    }

    @Deactivate
    void close() {
        factory.close();
    }

    /** Does the work in one transaction and commits it. */
    <T> T write(Function<EntityManager, T> work) {
        return factory.callInTransaction(work::apply);
    }

    /** Does the work in one transaction and commits it. */
    void run(Consumer<EntityManager> work) {
        factory.runInTransaction(work::accept);
    }

    static <T> List<T> all(EntityManager em, Class<T> entity) {
        CriteriaQuery<T> query = em.getCriteriaBuilder().createQuery(entity);
        query.select(query.from(entity));
        return em.createQuery(query).getResultList();
    }

    /** Removes a row, if it is there. */
    static <T> void remove(EntityManager em, Class<T> entity, String id) {
        T row = em.find(entity, id);
        if (row != null) {
            em.remove(row);
        }
    }
}
