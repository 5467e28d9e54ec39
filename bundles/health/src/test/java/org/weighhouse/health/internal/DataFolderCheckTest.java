package org.weighhouse.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderCheckTest {

    @TempDir
    Path folder;

    private Result look() {
        return new DataFolderCheck(folder).execute();
    }

    @Test
    void aFolderOfOnesOwnIsFine() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

        assertThat(look().getStatus()).isEqualTo(Result.Status.OK);
    }

    @Test
    void aFolderThatOthersReadIsSaidWithWhatToDo() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));

        assertThat(look().getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(look().toString()).contains("chmod 700 " + folder);
    }

    @Test
    void theFirstPasswordIsToBeChanged() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(folder.resolve("admin-password"), "x");

        assertThat(look().toString()).contains("admin-password", "change it");
    }

    @Test
    void aFolderThatIsGoneIsAProblem() {
        assertThat(new DataFolderCheck(folder.resolve("gone")).execute().getStatus())
                .isEqualTo(Result.Status.CRITICAL);
    }

    @Test
    void littleRoomIsSaidBeforeThereIsNone() {
        assertThat(room(DataFolderCheck.ENOUGH_BYTES)).isEqualTo(Result.Status.OK);
        assertThat(room(DataFolderCheck.ENOUGH_BYTES - 1)).isEqualTo(Result.Status.WARN);
        assertThat(room(DataFolderCheck.LEAST_BYTES - 1)).isEqualTo(Result.Status.CRITICAL);
    }

    private static Result.Status room(long bytes) {
        FormattingResultLog log = new FormattingResultLog();
        log.info("looked");
        DataFolderCheck.room(log, bytes);
        return new Result(log).getStatus();
    }
}
