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
        "12500, 0, 7500, 0, 20000, 62",
        "10000, 0, 10000, 0, 20000, 50",
        "9999, 0, 10001, 0, 20000, 49",
        "20, 10, 70, 0, 100, 20",
        "0, 0, 0, 0, 0, 0",
        "150, 0, 0, 50, 100, 150",
        "50, 0, 0, 50, 0, 100",
        "9000000000000000, 0, 0, 0, 9000000000000000, 100"
    })
    void totalAndPercentFollowFromTheParts(
            long used, long reserved, long available, long overage, long total, int percent) {
        Balance balance = balance(true, used, reserved, available, overage);

        assertThat(balance.total()).isEqualTo(Amount.of(total));
        assertThat(balance.percentUsed()).isEqualTo(percent);
    }

    @Test
    void somethingUnlimitedIsNeverPartlyUsed() {
        assertThat(balance(false, 700, 0, 0, 700).percentUsed()).isZero();
    }

    private static Balance balance(boolean limited, long used, long reserved, long available, long overage) {
        return new Balance(
                limited,
                Allowance.Limit.HARD,
                Amount.of(used),
                Amount.of(reserved),
                Amount.of(available),
                Amount.of(overage),
                PERIOD);
    }
}
