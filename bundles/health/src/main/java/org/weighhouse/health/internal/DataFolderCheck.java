package org.weighhouse.health.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.weighhouse.api.DataFolder;
import org.weighhouse.api.access.Users;

/** Whether there is room where everything is kept, and nobody else reads it. */
@Component(property = {"hc.name=Data folder", "hc.tags=weighhouse"})
public final class DataFolderCheck implements HealthCheck {

    /** Less is a matter of days. */
    static final long ENOUGH_BYTES = 2L << 30;

    /** Less may stop the ledger at any moment. */
    static final long LEAST_BYTES = 256L << 20;

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path folder;

    @Activate
    public DataFolderCheck() {
        this(DataFolder.path());
    }

    DataFolderCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        log.info("It is {}.", folder);
        try {
            room(log, Files.getFileStore(folder).getUsableSpace());
            readers(log);
        } catch (IOException unreadable) {
            log.critical("{} cannot be looked at ({}). It has to be there, and the server's own.", folder, unreadable);
        }
        if (Files.exists(folder.resolve(Users.FIRST_PASSWORD_FILE))) {
            log.warn(
                    "The first admin's password is still the one in {}. Log in to the dashboard and change it.",
                    folder.resolve(Users.FIRST_PASSWORD_FILE));
        }
        return new Result(log);
    }

    static void room(FormattingResultLog log, long bytes) {
        String left = FormattingResultLog.bytesHumanReadable(bytes);
        if (bytes < LEAST_BYTES) {
            log.critical(
                    "Only {} are left on the disk of the data folder; the ledger stops without room. Free some.", left);
        } else if (bytes < ENOUGH_BYTES) {
            log.warn("Only {} are left on the disk of the data folder. Free some, or move it to a larger one.", left);
        }
    }

    private void readers(FormattingResultLog log) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null) {
            Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS);
            open.retainAll(view.readAttributes().permissions());
            if (!open.isEmpty()) {
                log.warn(
                        "Other users of this machine may reach {}, which holds secrets. Do: chmod 700 {}",
                        folder,
                        folder);
            }
        }
    }
}
