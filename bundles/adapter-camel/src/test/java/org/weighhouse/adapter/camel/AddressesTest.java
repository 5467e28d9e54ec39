package org.weighhouse.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.UpstreamAddresses;

/** Nothing is sent to where nothing may be sent. */
class AddressesTest {

    private Optional<String> refusal = Optional.empty();
    private List<String> allowed = List.of();
    private final Rig rig = new Rig(PassThroughSettings.DEFAULT, new Said());

    private final class Said implements UpstreamAddresses {
        @Override
        public Optional<String> refusal(URI baseUrl) {
            return refusal;
        }

        @Override
        public List<InetAddress> resolve(String host) throws UnknownHostException {
            if (!allowed.contains(host)) {
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.getLoopbackAddress());
        }
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void anAddressThatIsRefusedGetsNothing() {
        refusal = Optional.of("inside");

        ChannelResponse refused = rig.get("/weigh");

        assertThat(refused.headers().first("X-Reason")).hasValue("NOT_CONNECTED PT0S");
        assertThat(Rig.text(refused)).isEqualTo("Nothing was sent: inside.");
        assertThat(rig.meter.estimates()).isEmpty();
        assertThat(rig.received).isEmpty();
    }

    @Test
    void aNameThatLeadsInsideGetsNothing() {
        ChannelResponse refused = rig.get("/weigh");

        assertThat(refused.headers().first("X-Reason")).hasValue("UPSTREAM_FAILED PT0S");
        assertThat(Rig.text(refused)).contains("nothing was sent");
        assertThat(rig.meter.voided()).isEqualTo(1);
        assertThat(rig.received).isEmpty();
    }

    /** There is no such name: only what was looked at can lead to the server. */
    @Test
    void theConnectionGoesToTheAddressThatWasLookedAt() {
        allowed = List.of("pinned.invalid");
        rig.connect(URI.create("http://pinned.invalid:" + rig.upstream.baseUrl().getPort()));
        rig.answerNext(200, "ok");

        assertThat(Rig.text(rig.get("/weigh"))).isEqualTo("ok");
    }
}
