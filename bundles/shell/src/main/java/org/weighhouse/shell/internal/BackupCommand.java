package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.DataFolder;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.backup.BackupReport;
import org.weighhouse.api.backup.Backups;

@Service
@Command(
        scope = "weighhouse",
        name = "backup",
        description = "Copies the database to a folder of the server while it is used, and reads the copy",
        detailedDescription =
                "The copy holds everything that was acknowledged until the time that is said at the end; it is"
                        + " read whole, journal and audit trail. bin/weighhouse-restore puts it into a data folder. Configuration"
                        + " (etc) is not in it. A PostgreSQL database is backed up by its own tools.")
public final class BackupCommand extends WeighhouseCommand {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    @Option(
            name = "-o",
            aliases = "--folder",
            description = "Folder to write to, missing or empty; backups/<time> in the data folder if not said")
    @Completion(ServerFileCompleter.class)
    String folder;

    @Option(
            name = "--with-key",
            description =
                    "Copies secret.key as well: without it credentials of accounts cannot be read; with it, whoever has"
                            + " the backup can read them")
    boolean withKey;

    @Override
    Permission needs() {
        return Permission.ADMINISTER;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException, IOException {
        Path to = said(folder).isEmpty()
                ? DataFolder.path()
                        .resolve("backups")
                        .resolve(NAME.format(Instant.now().atZone(ZoneOffset.UTC)))
                : session.currentDir().resolve(folder).toAbsolutePath().normalize();
        services.need(AuditTrail.class)
                .note(Deed.done(Action.BACKUP_MADE, to.toString()).saying(withKey ? "with the secret key" : ""));
        BackupReport report = write(services.need(Backups.class), to);
        report.findings().forEach(out::println);
        out.println("Wrote " + report.folder() + " (" + Shown.count(report.bytes()) + " bytes)");
        if (!withKey) {
            out.println(
                    "The secret key is not in it: keep secret.key of the data folder elsewhere, or say --with-key.");
        }
    }

    /** Progress goes beside the result: a pipe gets the result alone. */
    private BackupReport write(Backups backups, Path to) throws CommandException, IOException {
        try {
            return backups.write(to, withKey, step -> System.err.println(step + " …"));
        } catch (IllegalStateException e) {
            throw new CommandException(e.getMessage(), e);
        }
    }
}
