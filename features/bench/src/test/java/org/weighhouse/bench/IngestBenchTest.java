package org.weighhouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark in small, so that it still runs when somebody needs it. It says nothing about speed. */
class IngestBenchTest {

    @Test
    void whatWasSentIsCountedAndTheResultIsWritten(@TempDir Path folder) throws Exception {
        Path result = folder.resolve("ingest.json");

        IngestBench.main(new String[] {result.toString(), "4000", "1"});

        assertThat(Files.readString(result)).contains("\"case\": \"http-json\"", "\"unit\": \"events/s\"");
    }
}
