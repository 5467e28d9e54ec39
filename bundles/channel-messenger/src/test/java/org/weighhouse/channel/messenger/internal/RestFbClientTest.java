package org.weighhouse.channel.messenger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.restfb.DefaultFacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.json.JsonObject;
import com.restfb.types.send.IdMessageRecipient;
import com.restfb.types.send.Message;
import com.restfb.types.send.SendResponse;
import com.restfb.types.send.SenderActionEnum;
import org.junit.jupiter.api.Test;
import org.weighhouse.adapter.camel.kit.Door;

/** The client library as its users have it, with nothing but its address and token changed. */
class RestFbClientTest extends MessengerRig {

    private final DefaultFacebookClient client = new DefaultFacebookClient(Door.KEY, Version.LATEST);

    RestFbClientTest() {
        client.setFacebookEndpointUrls(new FacebookEndpoints() {
            @Override
            public String getGraphEndpoint() {
                return door.url().toString();
            }
        });
    }

    @Test
    void sends_messages_and_shows_that_it_types() {
        SendResponse typing = publish(Parameter.with("sender_action", SenderActionEnum.typing_on));
        SendResponse text = publish(Parameter.with("message", new Message("h\u00e4llo \ud83d\ude00")));

        assertThat(typing.getRecipientId()).isEqualTo("777");
        assertThat(text.getMessageId())
                .isEqualTo(meter.settled().get(0).reference().value());
        assertThat(meter.settled()).hasSize(1);
        assertThat(meter.settled().get(0).attribution().subscriber()).isEqualTo("777");
    }

    @Test
    void a_refusal_shows_in_the_client() {
        meter.credits(0);

        assertThatThrownBy(() -> publish(Parameter.with("message", new Message("x"))))
                .isInstanceOfSatisfying(FacebookOAuthException.class, refused -> {
                    assertThat(refused.getErrorCode()).isEqualTo(10);
                    assertThat(refused.getErrorMessage()).contains("Not enough message credits left");
                });
        assertThat(received).isEmpty();
    }

    @Test
    void reads_what_costs_nothing() {
        assertThat(client.fetchObject("me", JsonObject.class).getString("id", ""))
                .isEqualTo(PAGE);
        assertThat(meter.estimates()).isEmpty();
    }

    private SendResponse publish(Parameter what) {
        return client.publish(
                "me/messages", SendResponse.class, Parameter.with("recipient", new IdMessageRecipient("777")), what);
    }
}
