package org.weighhouse.ledger.internal.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {

    private static final int CYCLES = 20;
    private static final int MAX_LOAD_IN_MS = 600;

    @Test
    void nothingIsLostAndNothingCountsTwiceWhateverIsKilled(@TempDir Path folder) throws Exception {
        Map<CrashRun.Victim, Tally> tallies = new CrashRun(folder, MAX_LOAD_IN_MS, done -> {}).run(CYCLES);

        assertThat(tallies).allSatisfy((victim, tally) -> {
            assertThat(tally.faults()).isEmpty();
            assertThat(tally.isClean()).as(tally.figures().toString()).isTrue();
            // Kills that hit nobody at work would show nothing.
            assertThat(tally.acknowledged()).isGreaterThan(100);
        });
        assertThat(tallies.values().stream().mapToLong(Tally::cycles).sum()).isEqualTo(CYCLES);
    }
}
