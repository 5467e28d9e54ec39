package org.weighhouse.ledger.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    private final Results results = new Results();

    @Test
    void theMedianOfTheRoundsIsHeldAgainstTheMedianOfTheFloor(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("results.json");
        measure("fast", 900, 10, 40);
        measure("slow", 10, 8, 1);
        results.compare("rate", "slow");

        results.report(file);

        assertThat(Files.readString(file)).isEqualTo("""
                        [
                          {"case": "fast", "metric": "rate", "value": 40, "unit": "1/s", "floor": "slow", "ratio": 5.000},
                          {"case": "slow", "metric": "rate", "value": 8, "unit": "1/s", "floor": "slow", "ratio": 1.000}
                        ]
                        """);
    }

    @Test
    void theBestOfSeveralIsTheFloor() {
        measure("floor-1", 10, 11, 12);
        measure("floor-2", 1, 20, 21);
        measure("other", 100, 100, 100);

        results.nameBest("rate", name -> name.startsWith("floor"), "floor");

        assertThat(results.median("floor", "rate")).isEqualTo(20);
    }

    private void measure(String subject, double... rates) {
        for (double rate : rates) {
            results.add(subject, "rate", "1/s", rate);
        }
    }
}
