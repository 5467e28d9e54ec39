package org.weighhouse.ledger.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark with two hundred thousand events; each of its queries counts exactly what was sent. */
class QueryBenchTest {

    @Test
    void everyQueryCountsWhatWasSentInItsRange(@TempDir Path folder) throws Exception {
        Path result = folder.resolve("query.json");

        QueryBench.main(new String[] {result.toString(), "200000", "1", "20"});

        assertThat(Files.readString(result))
                .contains("\"case\": \"milliseconds\", \"metric\": \"15 combinations, p95\"")
                .contains("\"floor\": \"quarters of an hour\"");
    }
}
