package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.restfb.Body;
import com.restfb.DefaultFacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Version;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.types.whatsapp.platform.SendMessage;
import com.restfb.types.whatsapp.platform.SuccessfulResponse;
import com.restfb.types.whatsapp.platform.send.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.simulator.upstream.ReceivedRequest;
import org.weighhouse.simulator.upstream.SignedWebhook;
import org.weighhouse.simulator.upstream.TelegramStandIn;
import org.weighhouse.simulator.upstream.WhatsAppEvents;
import org.weighhouse.simulator.upstream.WhatsAppEvents.Pricing;
import org.weighhouse.simulator.upstream.WhatsAppStandIn;

/** An unmodified client sends through the real gateway, and the platform's statuses come back through it. */
@ExtendWith(DemoProduct.class)
class WhatsAppIT {

    private static final String TOKEN = "EAAG-real-token";
    private static final String NUMBER = "106540352242922";
    private static final String APP_SECRET = "0c1d2e";
    private static final String PERSON = "4915112345678";

    private final WhatsAppStandIn platform = new WhatsAppStandIn(Set.of(TOKEN), Set.of(NUMBER));
    private final TelegramStandIn bot = new TelegramStandIn(Set.of());
    private final BlockingQueue<ReceivedRequest> forwarded = new LinkedBlockingQueue<>();
    private final WhatsAppEvents events = new WhatsAppEvents(APP_SECRET, NUMBER);

    @BeforeEach
    void start() {
        platform.start("127.0.0.1", 0);
        bot.start("127.0.0.1", 0);
        bot.observe(forwarded::add);
    }

    @AfterEach
    void stop() {
        platform.close();
        bot.close();
    }

    @Test
    void aMessageCountsWhenItIsAcceptedAndIsGivenBackWhenItFails(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "growth");
        String webhook = connect(tenant);

        String sent = send(tenant, "spring");
        assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("1");

        assertThat(Webhooks.get(webhook, "hub.mode=subscribe&hub.challenge=77&hub.verify_token=sesame")
                        .body())
                .isEqualTo("77");
        SignedWebhook failed =
                events.statuses(List.of(events.status(sent, "failed", PERSON, Instant.now(), Pricing.NONE)));
        assertThat(Webhooks.post(webhook, SignedWebhook.of(failed.body(), "guessed"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("1");

        bot.answerNext(answer(200));
        assertThat(Webhooks.post(webhook, failed).statusCode()).isEqualTo(200);
        assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("0");
        assertThat(forwarded.poll(30, TimeUnit.SECONDS).body()).isEqualTo(failed.body());
    }

    @Test
    void whoClicksCountsForTheCampaignAndIsASubscriber(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "growth");
        String webhook = connect(tenant);
        String sent = send(tenant, "spring");
        bot.answerNext(answer(200));
        bot.answerNext(answer(500));
        SignedWebhook click = events.messages(List.of(events.button("wamid.in", PERSON, Instant.now(), sent)));

        assertThat(Webhooks.post(webhook, click).statusCode()).isEqualTo(200);
        // The bot is down for a moment: the platform is to come again, and counted is once.
        assertThat(Webhooks.post(webhook, click).statusCode()).isEqualTo(500);

        assertThat(tenant.api().recent("engagements")).isEqualByComparingTo("1");
        assertThat(tenant.api().recent("subscribers")).isEqualByComparingTo("1");
        assertThat(tenant.installation().shell.run("weighhouse:usage --by campaign -w " + tenant.workspace()))
                .contains("spring");
    }

    /** Sent, delivered, read, failed and deleted in every order there is, some of them twice. */
    @Test
    void everyOrderOfStatusesSettlesTheSame(Installation installation, @TempDir Path folder) throws Exception {
        Tenant tenant = Tenant.create(installation, "growth");
        String webhook = connect(tenant);
        Path card = Files.writeString(
                folder.resolve("card.csv"), "row,channel,kind,market,credits\nmessage,whatsapp,marketing,,5\n");
        assertThat(installation.shell.run(
                        "weighhouse:rate-card-import -w " + tenant.workspace() + " --from 2026-01-01 " + card))
                .contains("Saved for");
        Random random = new Random(7);

        for (List<String> order : orders(List.of("sent", "delivered", "read", "failed", "deleted"))) {
            settle(
                    webhook,
                    send(tenant, "arrived"),
                    List.of("sent", "failed", "delivered", "read", "deleted"),
                    order,
                    random);
            settle(
                    webhook,
                    send(tenant, "lost"),
                    List.of("sent", "delivered", "read", "deleted", "failed"),
                    order,
                    random);
        }

        String byCampaign = installation.shell.run("weighhouse:usage --by campaign -w " + tenant.workspace());
        assertThat(tenant.api().recent("message_credits"))
                .describedAs(byCampaign)
                .isEqualByComparingTo("600");
        assertThat(byCampaign).containsPattern("arrived\\W+600\\b");
    }

    @Test
    void whoIsOutOfCreditIsToldInTheClientsOwnWords(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "free");
        connect(tenant);
        tenant.drain(0);

        assertThatThrownBy(() -> send(tenant, "spring")).isInstanceOf(FacebookOAuthException.class);
    }

    /** Each step is a second after the one before it in {@code time}; they come in {@code order}, some of them twice. */
    private void settle(String webhook, String message, List<String> time, List<String> order, Random random)
            throws Exception {
        Instant sent = Instant.now().minusSeconds(60);
        List<ObjectNode> statuses = new ArrayList<>();
        for (String step : order) {
            Pricing pricing =
                    step.equals("delivered") || step.equals("read") ? Pricing.regular("marketing") : Pricing.NONE;
            ObjectNode status = events.status(message, step, PERSON, sent.plusSeconds(time.indexOf(step)), pricing);
            statuses.addAll(Collections.nCopies(1 + random.nextInt(2), status));
        }
        // Some come together, and some alone.
        int cut = random.nextInt(statuses.size());
        for (List<ObjectNode> part : List.of(statuses.subList(0, cut), statuses.subList(cut, statuses.size()))) {
            bot.answerNext(answer(200));
            assertThat(Webhooks.post(webhook, events.statuses(part)).statusCode())
                    .isEqualTo(200);
        }
    }

    private static <T> List<List<T>> orders(List<T> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (T first : things) {
            List<T> rest = new ArrayList<>(things);
            rest.remove(first);
            for (List<T> order : orders(rest)) {
                List<T> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                all.add(whole);
            }
        }
        return all;
    }

    private String connect(Tenant tenant) throws Exception {
        return tenant.connect(
                "whatsapp",
                platform.baseUrl().toString(),
                Map.of("phoneNumberId", NUMBER, "botWebhook", bot.baseUrl() + "/hook"),
                Map.of("credential", TOKEN, "appSecret", APP_SECRET, "verifyToken", "sesame"));
    }

    private static String send(Tenant tenant, String campaign) {
        DefaultFacebookClient client = new DefaultFacebookClient(tenant.key(), Version.LATEST);
        client.setFacebookEndpointUrls(new FacebookEndpoints() {
            @Override
            public String getGraphEndpoint() {
                return tenant.installation().gateway + "/whatsapp;campaign=" + campaign;
            }
        });
        SendMessage message = new SendMessage(PERSON);
        message.setText(new Text("The mill is open."));
        return client.publish(NUMBER + "/messages", SuccessfulResponse.class, Body.withData(message))
                .getMessages()
                .getFirst()
                .getId();
    }

    private static ChannelResponse answer(int status) {
        return ChannelResponse.of(status, Headers.NONE, new byte[0]);
    }
}
