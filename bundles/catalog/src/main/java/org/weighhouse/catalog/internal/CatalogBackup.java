package org.weighhouse.catalog.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.weighhouse.api.audit.AuditCheck;
import org.weighhouse.database.BackupPart;
import org.weighhouse.database.Database;

/** Reads the catalog and its trail in a backup, and knows the key that credentials are encrypted with. */
@Component(configurationPid = CatalogConfig.PID)
public final class CatalogBackup implements BackupPart {

    private final Path key;

    @Activate
    public CatalogBackup(CatalogConfig config) {
        this(MasterKeySource.of(config).file());
    }

    CatalogBackup(Path key) {
        this.key = key;
    }

    @Override
    public String check(Database copy) {
        try {
            // EclipseLink tells units apart by a folder, which must be there.
            Path unit = Files.createTempDirectory("weighhouse-backup");
            try {
                return check(new CatalogDatabase(copy, unit.toUri().toURL()));
            } finally {
                Files.delete(unit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the catalog in the copy cannot be opened", e);
        }
    }

    private static String check(CatalogDatabase catalog) {
        try {
            AuditCheck trail = AuditChain.check(catalog);
            trail.problem().ifPresent(problem -> {
                throw new IllegalStateException("the audit trail in the copy is damaged: " + problem);
            });
            int workspaces = catalog.write(WorkspaceTables::load).workspaces().size();
            int users =
                    catalog.write(em -> CatalogDatabase.all(em, UserRow.class)).size();
            return "catalog: " + workspaces + " workspaces, " + users + " users; audit trail: " + trail.entries()
                    + " lines, hash " + trail.head();
        } finally {
            catalog.close();
        }
    }

    /** None where the environment has it. */
    @Override
    public void copySecrets(Path backup) throws IOException {
        if (Files.exists(key)) {
            Files.copy(key, backup.resolve(MasterKeySource.FILE), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
