package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.restfb.DefaultFacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.types.send.IdMessageRecipient;
import com.restfb.types.send.Message;
import com.restfb.types.send.SendResponse;
import com.restfb.types.send.SenderActionEnum;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.weighhouse.simulator.upstream.MessengerEvents;
import org.weighhouse.simulator.upstream.MessengerStandIn;

/** An unmodified client sends through the real gateway, and what people answer comes back through it. */
@ExtendWith(DemoProduct.class)
class MessengerIT {

    private static final String PAGE = "102030405060708";

    private final MessengerStandIn platform = new MessengerStandIn(Set.of("EAAG-page"), PAGE);
    private final MessengerEvents events = new MessengerEvents("0c1d2e", PAGE);

    @BeforeEach
    void start() {
        platform.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void messagesCountAndAnswersCountForThem(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "growth");
        String webhook = tenant.connect(
                "messenger",
                platform.baseUrl().toString(),
                Map.of("pageId", PAGE),
                Map.of("credential", "EAAG-page", "appSecret", "0c1d2e"));

        publish(tenant, Parameter.with("sender_action", SenderActionEnum.typing_on));
        String sent = publish(tenant, Parameter.with("message", new Message("The mill is open.")))
                .getMessageId();
        Webhooks.post(webhook, events.webhook(List.of(events.quickReply("m_in", "777", Instant.now(), sent)), false));

        assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("1");
        assertThat(tenant.api().recent("engagements")).isEqualByComparingTo("1");
        assertThat(tenant.api().recent("subscribers")).isEqualByComparingTo("1");
    }

    private static SendResponse publish(Tenant tenant, Parameter what) {
        DefaultFacebookClient client = new DefaultFacebookClient(tenant.key(), Version.LATEST);
        client.setFacebookEndpointUrls(new FacebookEndpoints() {
            @Override
            public String getGraphEndpoint() {
                return tenant.installation().gateway + "/messenger";
            }
        });
        return client.publish(
                PAGE + "/messages",
                SendResponse.class,
                Parameter.with("recipient", new IdMessageRecipient("777")),
                what);
    }
}
