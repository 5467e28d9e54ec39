package org.weighhouse.api.backup;

import java.nio.file.Path;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param folder where it is
 * @param bytes of all its files
 * @param findings what a look into the copy found, a line each, such as how far the journal goes
 */
public record BackupReport(Path folder, long bytes, List<String> findings) {

    public BackupReport {
        findings = List.copyOf(findings);
    }
}
