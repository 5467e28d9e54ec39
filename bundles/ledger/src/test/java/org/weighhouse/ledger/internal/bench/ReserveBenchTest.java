package org.weighhouse.ledger.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark in small, so that it still runs when somebody needs it. It says nothing about speed. */
class ReserveBenchTest {

    @Test
    void everySideCountsItsPairsAndTheResultIsWritten(@TempDir Path folder) throws Exception {
        Path result = folder.resolve("reserve.json");

        ReserveBench.main(new String[] {result.toString(), "1", "1"});

        assertThat(Files.readString(result).lines())
                .anyMatch(line -> line.contains("\"case\": \"ledger\", \"metric\": \"reserve and post\"")
                        && line.contains("\"floor\": \"postgresql\""))
                .anyMatch(line -> line.contains("\"case\": \"ledger\", \"metric\": \"pair p99\""));
    }
}
