package org.weighhouse.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.ledger.Amendment.Change;

class AmendmentTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00.123456789Z");

    @Test
    void theSameStatementIsEqualHoweverItIsPut() {
        Amendment one = new Amendment("s1", "", NOON, List.of(new Change.Kind("utility"), new Change.Quantity(1)));
        Amendment other = new Amendment(
                "s1", "", NOON.minusNanos(700), List.of(new Change.Quantity(1), new Change.Kind("utility")));

        assertThat(one).isEqualTo(other);
    }

    @Test
    void aStatementChangesSomethingAndNothingTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Amendment("s1", "", NOON, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Amendment("s1", "", NOON, List.of(new Change.Quantity(1), new Change.Quantity(2))));
    }

    @Test
    void namesAndTimesFromOutsideAreBounded() {
        List<Change> failed = List.of(new Change.Quantity(0));

        assertThatIllegalArgumentException().isThrownBy(() -> new Amendment("", "", NOON, failed));
        assertThatIllegalArgumentException().isThrownBy(() -> new Amendment("x".repeat(300), "", NOON, failed));
        assertThatIllegalArgumentException().isThrownBy(() -> new Amendment("s1", "x".repeat(300), NOON, failed));
        assertThatIllegalArgumentException().isThrownBy(() -> new Amendment("s1", "", Instant.MAX, failed));
        assertThatIllegalArgumentException().isThrownBy(() -> new Change.Quantity(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Change.Cost(Amount.of(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Change.Market("x".repeat(200)));
    }
}
