package org.weighhouse.ledger.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark in small, so that it still runs when somebody needs it. It says nothing about speed. */
class LedgerBenchTest {

    @Test
    void everySideCountsWhatWasSentAndTheResultIsWritten(@TempDir Path folder) throws Exception {
        Path result = folder.resolve("ledger.json");

        LedgerBench.main(new String[] {result.toString(), "3500", "1"});

        String json = Files.readString(result);
        assertThat(json).startsWith("[").endsWith("]\n");
        for (String floor :
                new String[] {"jdbc-row-per-event", "postgresql-statement-per-batch", "postgresql-statement-per-event"
                }) {
            assertThat(json.lines())
                    .as(floor)
                    .anyMatch(line -> line.contains("\"case\": \"ledger\", \"metric\": \"ingest\"")
                            && line.contains("\"floor\": \"" + floor + "\""));
        }
    }
}
