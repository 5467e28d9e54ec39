package org.weighhouse.ledger.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark with five million events: several checkpoints, merged runs, a restart, and every event counted once. */
class GrowthBenchTest {

    @Test
    void everythingIsCountedOnceHoweverMuchItIs(@TempDir Path folder) throws Exception {
        Path result = folder.resolve("growth.json");

        GrowthBench.main(new String[] {result.toString(), "5000000", "200000", "1", "100000"});

        assertThat(Files.readString(result))
                .contains("\"case\": \"large\", \"metric\": \"ingest\"", "\"floor\": \"small\"")
                .contains("\"metric\": \"restart to ready\"");
    }
}
