package org.weighhouse.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.TimeRange;

class BalanceTest {

    private static final TimeRange PERIOD = new TimeRange(Instant.EPOCH, Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({
        "12500, 20000, 62",
        "10000, 20000, 50",
        "9999, 20000, 49",
        "0, 0, 0",
        "150, 100, 150",
        "50, 0, 100",
        "9000000000000000, 9000000000000000, 100"
    })
    void percentIsOfWhatIsGranted(long used, long granted, int percent) {
        assertThat(balance(true, used, granted).percentUsed()).isEqualTo(percent);
    }

    @Test
    void somethingUnlimitedIsNeverPartlyUsed() {
        assertThat(balance(false, 700, 0).percentUsed()).isZero();
    }

    private static Balance balance(boolean limited, long used, long granted) {
        return new Balance(
                limited,
                Allowance.Limit.HARD,
                Amount.of(used),
                Amount.ZERO,
                Amount.ZERO,
                Amount.ZERO,
                Amount.of(granted),
                PERIOD);
    }
}
