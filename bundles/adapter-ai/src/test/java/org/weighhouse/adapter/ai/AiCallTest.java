package org.weighhouse.adapter.ai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TokenBuckets;

class AiCallTest {

    private static final Attribution SAID = Attribution.NONE.with(Dimension.MODEL, "asked");

    private final AiCall call = new AiCall("p", SAID, TokenBuckets.NONE);

    @Test
    void what_is_estimated_keeps_the_providers_name_for_it_and_shows_as_estimated() {
        Finding.Used used = (Finding.Used) call.estimated("id-1", "", TokenBuckets.NONE, 0);

        assertThat(used.reference().value()).isEqualTo("id-1");
        assertThat(used.attribution().messageKind()).isEqualTo("estimated");
        assertThat(used.attribution().model()).isEqualTo("asked");
    }

    @Test
    void what_is_told_is_not_marked_and_goes_by_the_replys_model() {
        Finding.Used used = (Finding.Used) call.told("", "used", new TokenUsage(), TokenBuckets.NONE, 0);

        assertThat(used.reference().isNone()).isTrue();
        assertThat(used.attribution()).isEqualTo(SAID.with(Dimension.MODEL, "used"));
    }

    @Test
    void a_hostile_model_name_can_be_counted_under() {
        String name = AiCall.model("a\u0000\n\uD800" + "\uD83D\uDE00".repeat(100));

        assertThat(Attribution.isValid(name)).isTrue();
        assertThat(name).startsWith("a\uD83D\uDE00").hasSize(127);
    }
}
