package org.weighhouse.api.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Copies everything that is kept to another folder, while it is used, and reads the copy. One at a time; thread-safe.
 *
 * <p>All that was acknowledged up to the last row of the copied journal is in the copy; that row is at most as old as the end
 * of the copying.
 */
@ProviderType
public interface Backups {

    /**
     * Makes a backup. Whoever is interrupted while waiting waits no longer; the backup goes on.
     *
     * @param folder where to; must be missing or empty
     * @param withSecretKey whether the key that credentials are encrypted with lies beside them
     * @param progress what is done now, in words; called on the caller's thread
     * @throws IllegalArgumentException if there is something in the folder
     * @throws IllegalStateException if one is being made, if the database is one that is backed up by its own tools, or if the
     *     copy is not as it should be: then the message says what is wrong
     * @throws IOException if a file cannot be written
     */
    BackupReport write(Path folder, boolean withSecretKey, Consumer<String> progress) throws IOException;
}
