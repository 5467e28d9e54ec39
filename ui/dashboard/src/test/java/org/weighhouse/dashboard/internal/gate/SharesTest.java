package org.weighhouse.dashboard.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharesTest {

    private final Shares shares = new Shares(2, 3);

    @Test
    void nobodyTakesMoreThanAShare() {
        assertThat(shares.take("anna")).isTrue();
        assertThat(shares.take("anna")).isTrue();
        assertThat(shares.take("anna")).isFalse();
        assertThat(shares.take("bert")).isTrue();
    }

    @Test
    void allTogetherTakeNoMoreThanThereIs() {
        shares.take("anna");
        shares.take("bert");
        shares.take("cleo");

        assertThat(shares.take("dora")).isFalse();
    }

    @Test
    void whatIsGivenBackIsThereAgain() {
        shares.take("anna");
        shares.take("anna");
        shares.take("bert");
        shares.giveBack("anna");

        assertThat(shares.take("anna")).isTrue();
        assertThat(shares.take("bert")).isFalse();
    }
}
