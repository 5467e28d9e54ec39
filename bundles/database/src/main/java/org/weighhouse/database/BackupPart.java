package org.weighhouse.database;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/** What the owner of some tables does for a backup. A service of the bundle that owns them. */
@ConsumerType
public interface BackupPart {

    /**
     * Looks whether the copied tables are whole. May take as long as reading them.
     *
     * @param copy the backup's own database, of which nobody else knows
     * @return what there is, a line for an admin
     * @throws IllegalStateException if something is not as it should be, in words for an admin
     */
    String check(Database copy);

    /**
     * Copies a secret file without which the tables are of little use, if there is one.
     *
     * @param backup the folder of the backup
     */
    default void copySecrets(Path backup) throws IOException {}
}
