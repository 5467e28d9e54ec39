package org.weighhouse.ledger.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark in small, so that it still runs when somebody needs it. It says nothing about speed. */
class LedgerBenchTest {

    @Test
    void bothSidesCountTheSameAndTheResultIsWritten(@TempDir Path folder) throws Exception {
        Path result = folder.resolve("ledger.json");

        LedgerBench.main(new String[] {result.toString(), "2000", "1"});

        assertThat(Files.readString(result))
                .contains("\"case\": \"ledger\"", "\"floor\": \"jdbc-row-per-event\"", "\"unit\": \"events/s\"");
    }
}
