package org.weighhouse.channel.whatsapp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.restfb.Body;
import com.restfb.DefaultFacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Version;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.json.JsonObject;
import com.restfb.types.whatsapp.platform.SendMessage;
import com.restfb.types.whatsapp.platform.SuccessfulResponse;
import com.restfb.types.whatsapp.platform.send.Image;
import com.restfb.types.whatsapp.platform.send.Text;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.weighhouse.adapter.camel.kit.Door;

/** The client library as its users have it, with nothing but its address and token changed. */
class RestFbClientTest extends WhatsAppRig {

    private final DefaultFacebookClient client = client("");

    private DefaultFacebookClient client(String appSecret) {
        DefaultFacebookClient made = appSecret.isEmpty()
                ? new DefaultFacebookClient(Door.KEY, Version.LATEST)
                : new DefaultFacebookClient(Door.KEY, appSecret, Version.LATEST);
        made.setFacebookEndpointUrls(new FacebookEndpoints() {
            @Override
            public String getGraphEndpoint() {
                return door.url().toString();
            }
        });
        return made;
    }

    @Test
    void sends_texts_and_pictures() {
        SendMessage text = new SendMessage("4915112345678");
        text.setText(new Text("h\u00e4llo \ud83d\ude00"));
        SendMessage picture = new SendMessage("4915112345678");
        picture.setMedia(new Image("1013859600285441"));

        SuccessfulResponse reply = publish(text);
        publish(picture);

        assertThat(reply.getMessages().get(0).getId())
                .isEqualTo(meter.settled().get(0).reference().value());
        assertThat(meter.settled())
                .extracting(seen -> seen.attribution().messageKind())
                .containsExactly("text", "image");
        assertThat(new String(received.get(0).body(), StandardCharsets.UTF_8)).contains("h\\u00e4llo \\ud83d\\ude00");
    }

    @Test
    void proves_that_it_knows_the_apps_secret() throws Exception {
        SendMessage text = new SendMessage("4915112345678");
        text.setText(new Text("x"));
        client(APP_SECRET).publish(NUMBER + "/messages", SuccessfulResponse.class, Body.withData(text));

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String proof = HexFormat.of().formatHex(mac.doFinal(TOKEN.getBytes(StandardCharsets.UTF_8)));
        assertThat(received.get(0).query()).contains("appsecret_proof=" + proof);
        assertThat(meter.settled()).hasSize(1);
    }

    @Test
    void a_refusal_shows_in_the_client() {
        meter.credits(0);
        SendMessage text = new SendMessage("4915112345678");
        text.setText(new Text("x"));

        assertThatThrownBy(() -> publish(text)).isInstanceOfSatisfying(FacebookOAuthException.class, refused -> {
            assertThat(refused.getErrorCode()).isEqualTo(131042);
            assertThat(refused.getErrorMessage()).contains("Not enough message credits left");
        });
        assertThat(received).isEmpty();
    }

    @Test
    void reads_what_costs_nothing() {
        JsonObject media = client.fetchObject("777", JsonObject.class);

        assertThat(media.getString("id", "")).isEqualTo("777");
        assertThat(meter.estimates()).isEmpty();
    }

    private SuccessfulResponse publish(SendMessage message) {
        return client.publish(NUMBER + "/messages", SuccessfulResponse.class, Body.withData(message));
    }
}
