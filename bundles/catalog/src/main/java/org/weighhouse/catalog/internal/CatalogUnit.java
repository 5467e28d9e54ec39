package org.weighhouse.catalog.internal;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * The persistence unit described in code: no persistence.xml, no scanning and no weaving, none of which work across
 * OSGi bundles without help.
 */
final class CatalogUnit implements PersistenceUnitInfo {

    private static final List<Class<?>> MANAGED = List.of(
            SettingRow.class,
            PlanRow.class,
            AllowanceColumns.class,
            WorkspaceRow.class,
            EditionRow.class,
            RateCardRow.class,
            MessageRateColumns.class,
            TokenRateColumns.class,
            ApiKeyRow.class,
            KeyUseRow.class,
            AttributionColumns.class,
            ChannelRow.class,
            ChannelKindColumns.class,
            ChannelFieldColumns.class,
            ChannelAccountRow.class,
            PriceBookRow.class,
            MessagePriceColumns.class,
            ModelPriceColumns.class,
            UserRow.class,
            TokenRow.class,
            VersionRow.class,
            ChangeRow.class,
            AuditRow.class,
            AuditHeadRow.class);

    private final ClassLoader loader = CatalogUnit.class.getClassLoader();
    private final Properties properties = new Properties();
    private final DataSource dataSource;
    private final URL root;

    private CatalogUnit(DataSource dataSource, String platform, URL root) {
        this.dataSource = dataSource;
        this.root = root;
        properties.setProperty(PersistenceUnitProperties.TARGET_DATABASE, platform);
        properties.setProperty(PersistenceUnitProperties.WEAVING, "false");
        properties.setProperty(PersistenceUnitProperties.BATCH_WRITING, "JDBC");
        // The catalog's own snapshots are the cache.
        properties.setProperty(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false");
        properties.setProperty(PersistenceUnitProperties.LOGGING_LEVEL, "SEVERE");
        // Values of statements may be secrets.
        properties.setProperty(PersistenceUnitProperties.LOGGING_PARAMETERS, "false");
    }

    /**
     * Opens the unit.
     *
     * @param platform EclipseLink's name of the database
     * @param root any address inside the bundle; EclipseLink tells units apart by it
     */
    static EntityManagerFactory open(DataSource dataSource, String platform, URL root) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CatalogUnit.class.getClassLoader());
        try {
            EntityManagerFactory factory = new PersistenceProvider()
                    .createContainerEntityManagerFactory(new CatalogUnit(dataSource, platform, root), Map.of());
            // EclipseLink deploys the unit when it is first used, which needs the class loader too.
            factory.createEntityManager().close();
            return factory;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public String getPersistenceUnitName() {
        return "weighhouse-catalog";
    }

    @Override
    public String getPersistenceProviderClassName() {
        return PersistenceProvider.class.getName();
    }

    @Override
    public String getScopeAnnotationName() {
        return "";
    }

    @Override
    public List<String> getQualifierAnnotationNames() {
        return List.of();
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public jakarta.persistence.spi.PersistenceUnitTransactionType getTransactionType() {
        return jakarta.persistence.spi.PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    /** None: transactions are the connection's own. */
    @Override
    public DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return dataSource;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return root;
    }

    @Override
    public List<String> getManagedClassNames() {
        return MANAGED.stream().map(Class::getName).toList();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return properties;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.2";
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // Weaving is off, so there is nothing to transform.
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return loader;
    }
}
