package org.weighhouse.ledger.internal.journal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real file system that is soon full. A test that asks for one is skipped where mounting is not allowed. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;

    SmallDisk(int megabytes) throws IOException, InterruptedException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "small-disks")), "disk")
                .toAbsolutePath();
        String refusal =
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=777", "tmpfs", folder.toString());
        assumeTrue(refusal.isEmpty(), "a small file system cannot be mounted here, which takes root: " + refusal);
    }

    Path folder() {
        return folder;
    }

    void growTo(int megabytes) throws IOException, InterruptedException {
        String refusal = run("mount", "-o", "remount,size=" + megabytes + "m", folder.toString());
        if (!refusal.isEmpty()) {
            throw new IOException(refusal);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", folder.toString());
        Files.delete(folder);
    }

    /** What the command had to say; nothing if all went well. */
    private static String run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : List.of(command) + " failed: " + said;
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
