package org.weighhouse.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.adapter.camel.kit.FakeMeter;
import org.weighhouse.api.Reading;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.ledger.SettleOutcome;

/** What was used is counted, whatever the ledger says. */
class SettlementTest {

    private static final Headers EVENTS = Headers.of("Content-Type", "text/event-stream");

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN", "ALREADY_VOIDED"})
    void a_call_whose_hold_is_no_more_is_counted_without_it(SettleOutcome outcome) {
        rig.meter.answerSettlers(outcome);
        rig.answerNext(200, "ok");

        assertThat(Rig.text(rig.get("/weigh"))).isEqualTo("ok");

        FakeMeter.Observed observed = rig.meter.observed().getFirst();
        assertThat(observed.observer())
                .isEqualTo(rig.accounts.list(Door.WORKSPACE).getFirst().id());
        assertThat(observed.occurrence().reference()).hasToString("ok");
        assertThat(rig.meter.observed()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALREADY_POSTED", "COUNTED_BEFORE", "EXPIRED"})
    void what_was_counted_is_not_counted_again(SettleOutcome outcome) {
        rig.meter.answerSettlers(outcome);
        rig.answerNext(200, "ok");

        assertThat(Rig.text(rig.get("/weigh"))).isEqualTo("ok");

        assertThat(rig.meter.observed()).isEmpty();
    }

    @Test
    void what_was_used_while_the_ledger_was_down_is_counted_when_it_is_back() throws InterruptedException {
        rig.upstream.observe(request -> rig.meter.down(true));
        rig.answerNext(200, "event-1");

        ChannelResponse reply = rig.get("/weigh");
        rig.meter.down(false);
        // Stopping tries at once rather than after a pause.
        rig.adapter.close();

        assertThat(reply.headers().first("X-Reason")).hasValue("UNAVAILABLE PT0S");
        assertThat(rig.meter.awaitSettled()).isTrue();
        assertThat(rig.meter.settled().getFirst().reference()).hasToString("event-1");
        assertThat(rig.meter.openHolds()).isZero();
    }

    @Test
    void what_is_too_large_to_be_counted_counts_by_its_estimate() {
        rig.meter.largest(1);
        rig.upstream.answerNext(
                new ChannelResponse(200, EVENTS, out -> out.write("mm!".getBytes(StandardCharsets.UTF_8))));

        assertThat(Rig.text(rig.get("/weigh"))).isEqualTo("mm!");

        assertThat(rig.meter.settled()).extracting(each -> each.reading()).containsExactly(new Reading.Messages(1));
    }

    @Test
    void what_is_too_large_to_be_held_is_refused() {
        rig.meter.largest(0);

        ChannelResponse reply = rig.get("/weigh");

        assertThat(reply.headers().first("X-Reason")).hasValue("MALFORMED PT0S");
        assertThat(Rig.text(reply)).contains("nothing was sent: larger than can be counted");
        assertThat(rig.received).isEmpty();
    }

    @Test
    void a_stream_that_used_nothing_gives_back_what_was_held() {
        rig.upstream.answerNext(new ChannelResponse(200, EVENTS, out -> out.write('e')));

        assertThat(Rig.text(rig.get("/weigh"))).isEqualTo("e");

        assertThat(rig.meter.settled()).isEmpty();
        assertThat(rig.meter.voided()).isEqualTo(1);
    }

    @Test
    void a_stream_that_there_is_no_place_for_is_counted_all_the_same() throws InterruptedException {
        rig.upstream.answerNext(
                new ChannelResponse(200, EVENTS, out -> out.write("mm!".getBytes(StandardCharsets.UTF_8))));

        ChannelResponse reply = rig.get("/weigh");
        reply.body().abandon();

        assertThat(rig.meter.awaitSettled()).isTrue();
        assertThat(rig.meter.settled().getFirst().reading()).isEqualTo(new Reading.Messages(2));
        assertThatThrownBy(() -> Rig.body(reply)).hasMessageContaining("given up before");
    }

    @Test
    void only_what_comes_bit_by_bit_is_said_to_be_streamed() {
        rig.upstream.answerNext(new ChannelResponse(200, EVENTS, out -> out.write('m')));
        rig.upstream.answerNext(new ChannelResponse(200, EVENTS, out -> out.write('m')));
        rig.answerNext(200, "plain");
        rig.answerNext(500, "plain");

        assertThat(isStreamed("/weigh")).isTrue();
        assertThat(isStreamed("/free")).isTrue();
        assertThat(isStreamed("/free")).isFalse();
        assertThat(isStreamed("/lasting-weigh")).isFalse();
    }

    private boolean isStreamed(String target) {
        ChannelResponse reply = rig.get(target);
        Rig.body(reply);
        return reply.streamed();
    }
}
