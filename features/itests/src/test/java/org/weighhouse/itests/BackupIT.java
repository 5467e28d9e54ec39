package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A backup that is made while bots send, put back elsewhere, has everything up to its end and works. */
class BackupIT {

    private static final int WARM = 50;

    @Test
    void aBackupMadeUnderLoadIsRestoredElsewhere() throws Exception {
        Path folder = DemoProduct.emptyFolder("backup");
        Path backup = folder.resolve("copy").toAbsolutePath();
        long before;
        long all;
        Tenant tenant;
        try (Installation first = Installation.start(Files.createDirectory(folder.resolve("first")), false)) {
            tenant = Tenant.create(first, "unlimited").connect("telegram", "http://127.0.0.1:9", "123:s3cret");
            Sender sender = new Sender(tenant);
            Thread sending = Thread.ofVirtual().start(sender);
            sender.await(WARM);
            before = sender.acknowledged.get();
            String said = first.shell.run("weighhouse:backup --with-key -o " + backup);
            assertThat(said)
                    .contains("everything acknowledged until 20")
                    .contains("audit trail: ", "Wrote " + backup)
                    .doesNotContain("secret key is not in it");
            assertThat(first.shell.run("weighhouse:backup -o " + backup)).contains("there is something in");
            sender.await(sender.acknowledged.get() + WARM);
            sender.end.set(true);
            sending.join();
            all = sender.acknowledged.get();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rwx------");
        }

        Installation second = Installation.unpacked(Files.createDirectory(folder.resolve("second")));
        assertThat(restore(second, folder.resolve("nowhere"))).contains("there is no folder");
        assertThat(restore(second, folder)).contains("is no backup");
        assertThat(restore(second, backup)).contains("restored " + backup);
        try (second) {
            second.start();
            assertThat(second.shell.run("weighhouse:ledger-verify")).contains("All is well.");
            assertThat(second.shell.run("weighhouse:audit-check")).contains("All is well.");
            assertThat(second.shell.run("weighhouse:audit-list -a backup-made")).contains("with the secret key");
            Tenant restored = new Tenant(second, tenant.workspace(), tenant.key());
            assertThat(restored.api().recent("message_credits"))
                    .isBetween(BigDecimal.valueOf(before), BigDecimal.valueOf(all));
            // The credential opens with the key that came along.
            assertThat(second.shell.run("weighhouse:channel-list -w " + tenant.workspace()))
                    .contains("telegram");
            assertThat(restore(second, backup)).contains("the server runs");
        }
    }

    private static final class Sender implements Runnable {
        private final Tenant tenant;
        private final AtomicLong acknowledged = new AtomicLong();
        private final AtomicBoolean end = new AtomicBoolean();

        Sender(Tenant tenant) {
            this.tenant = tenant;
        }

        @Override
        public void run() {
            for (int i = 0; !end.get(); i++) {
                String event = """
                        {"specversion":"1.0","id":"b%d","source":"backup","type":"message.sent","subject":"%s",
                         "data":{"channel":"telegram","kind":"text","quantity":1}}""".formatted(i, tenant.workspace());
                try {
                    if (tenant.api().event(event).statusCode() == 204) {
                        acknowledged.incrementAndGet();
                    }
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            }
        }

        void await(long count) throws InterruptedException {
            while (acknowledged.get() < count) {
                Thread.sleep(5);
            }
        }
    }

    private static String restore(Installation installation, Path backup) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        installation.home.resolve("bin/weighhouse-restore").toString(), backup.toString())
                .redirectErrorStream(true);
        builder.environment().put("WEIGHHOUSE_DATA", installation.data.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
