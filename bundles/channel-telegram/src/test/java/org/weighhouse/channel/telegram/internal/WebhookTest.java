package org.weighhouse.channel.telegram.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.adapter.camel.kit.FakeMeter;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.WebhookRequest;
import org.weighhouse.api.kit.AnyAddress;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.simulator.upstream.ReceivedRequest;
import org.weighhouse.simulator.upstream.TelegramStandIn;

class WebhookTest {

    private static final String TOKEN = "1:t";
    private static final String SECRET = "our_secret-1";
    private static final Instant RECEIVED = Instant.parse("2026-11-24T10:00:00Z");
    private static final String PRIVATE = "{\"message_id\":5,\"date\":1763978000,\"from\":{\"id\":77,\"is_bot\":false},"
            + "\"chat\":{\"id\":77,\"type\":\"private\",\"username\":\"Ann\"},\"text\":\"hi\"}";

    private final FakeMeter meter = new FakeMeter();
    private final FakeAccounts accounts = new FakeAccounts();
    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    private final List<ReceivedRequest> forwarded = new CopyOnWriteArrayList<>();
    private final TelegramStandIn telegram = new TelegramStandIn(Set.of(TOKEN));
    private final TelegramStandIn bot = new TelegramStandIn(Set.of());
    private final TelegramAdapter adapter =
            new TelegramAdapter(meter, accounts, new AnyAddress(), PassThroughSettings.DEFAULT);
    private final URI url = telegram.start("127.0.0.1", 0);
    private final URI botUrl = bot.start("127.0.0.1", 0);

    WebhookTest() {
        telegram.observe(received::add);
        bot.observe(forwarded::add);
        connect(Map.of());
    }

    @AfterEach
    void close() {
        adapter.close();
        bot.close();
        telegram.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "our_secret-2", "our_secret-1 "})
    void what_does_not_know_the_secret_changes_nothing(String shown) {
        ChannelResponse response = receive(update("message", PRIVATE), shown);

        assertThat(response.status()).isEqualTo(403);
        assertThat(meter.observed()).isEmpty();
    }

    @Test
    void an_account_without_a_secret_takes_nothing() {
        accounts.change(account().id(), new AccountDetails("bot", url, Map.of(), Map.of()));

        assertThat(receive(update("message", PRIVATE), "").status()).isEqualTo(403);
    }

    @Test
    void whoever_writes_in_private_is_a_subscriber_who_replied() {
        assertThat(receive(update("message", PRIVATE)).status()).isEqualTo(200);

        FakeMeter.Observed observed = meter.observed().get(0);
        assertThat(observed.id()).isEqualTo("update:9");
        assertThat(observed.occurrence().time()).isEqualTo(Instant.ofEpochSecond(1763978000));
        assertThat(observed.occurrence().reading()).isEqualTo(new Reading.Engagement(Amount.ZERO));
        assertThat(observed.occurrence().attribution())
                .isEqualTo(Attribution.NONE
                        .with(Dimension.CHANNEL, "telegram")
                        .with(Dimension.MESSAGE_KIND, "reply")
                        .with(Dimension.ACCOUNT, account().id())
                        .withSubscriber("77"));
    }

    @Test
    void answers_and_clicks_count_for_what_the_message_was_for() {
        Attribution spring =
                Attribution.NONE.with(Dimension.CHANNEL, "telegram").with(Dimension.CAMPAIGN, "spring");
        meter.observe(
                account().workspace(),
                "test",
                "1",
                new Occurrence(RECEIVED, spring, new Reading.Messages(1), Reference.of("77:4")));
        String sent = "{\"message_id\":4,\"date\":1,\"chat\":{\"id\":77,\"type\":\"private\"}}";

        receive(update("message", PRIVATE.replaceFirst("\\{", "{\"reply_to_message\":" + sent + ",")));
        receive(update("callback_query", "{\"id\":\"c\",\"from\":{\"id\":77},\"message\":" + sent + "}"));
        receive(update("callback_query", "{\"id\":\"c\",\"from\":{\"id\":78},\"inline_message_id\":\"x\"}"));

        assertThat(meter.observed().subList(1, 4))
                .extracting(seen -> seen.occurrence().attribution().campaign() + " "
                        + seen.occurrence().attribution().messageKind() + " "
                        + seen.occurrence().attribution().subscriber())
                .containsExactly("spring reply 77", "spring click 77", " click 78");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "message|{\"message_id\":1,\"date\":1,\"chat\":{\"id\":-5,\"type\":\"group\"},\"new_chat_members\":[{}]}",
                "message|{\"message_id\":1,\"from\":{\"is_bot\":true},\"chat\":{\"id\":7,\"type\":\"private\"},\"text\":\"x\"}",
                "channel_post|{\"message_id\":1,\"chat\":{\"id\":-5,\"type\":\"channel\"},\"text\":\"x\"}",
                "edited_message|{\"message_id\":1,\"chat\":{\"id\":7,\"type\":\"private\"},\"text\":\"x\"}",
                "message|{\"text\":\"x\"}",
                "message|7",
                "callback_query|{}",
                "message_reaction|{\"chat\":{\"id\":-5},\"actor_chat\":{\"id\":-5}}",
                "message|{\"chat\":{\"id\":\"x\",\"type\":\"private\"}}",
            })
    void what_nobody_said_counts_nothing(String kind, String update) {
        assertThat(receive(update(kind, update)).status()).isEqualTo(200);
        assertThat(meter.observed()).isEmpty();
    }

    @Test
    void a_reaction_shows_that_somebody_is_there() {
        receive(update("message_reaction", "{\"chat\":{\"id\":77},\"date\":-1,\"user\":{\"id\":77}}"));

        assertThat(meter.observed().get(0).occurrence().reading()).isEqualTo(new Reading.ActiveSubscriber());
        assertThat(meter.observed().get(0).occurrence().time()).isEqualTo(RECEIVED);
    }

    @Test
    void a_name_that_an_update_tells_stands_for_its_number() {
        receive(update("message", PRIVATE));
        telegram.answerNext(json(200, "{\"ok\":true,\"result\":true}"));
        Door door = new Door(adapter);

        try (door) {
            URI.create(door.url() + "/bot" + Door.KEY + "/sendMessage?chat_id=@ANN&text=x")
                    .toURL()
                    .openStream()
                    .close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }

        assertThat(meter.estimates().get(0).attribution().subscriber()).isEqualTo("77");
    }

    @Test
    void the_bot_gets_the_update_as_it_came() {
        connectBot();

        bot.answerNext(json(200, ""));
        receive(update("message", PRIVATE));

        assertThat(forwarded.get(0).target()).isEqualTo("/updates");
        assertThat(forwarded.get(0).body()).isEqualTo(bytes(update("message", PRIVATE)));
        assertThat(forwarded.get(0).headers().first("X-Telegram-Bot-Api-Secret-Token"))
                .contains(SECRET);
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"method\":\"sendMessage\",\"chat_id\":77,\"text\":\"hello\"}",
                "application/x-www-form-urlencoded|method=sendMessage&chat_id=77&text=hello",
            })
    void what_the_bot_answers_with_is_called_and_weighed(String type, String answer) {
        connectBot();
        bot.answerNext(ChannelResponse.of(200, Headers.of("Content-Type", type), bytes(answer)));

        ChannelResponse response = receive(update("message", PRIVATE));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Content-Length")).contains("0");
        assertThat(received.get(0).target()).isEqualTo("/bot" + TOKEN + "/sendMessage");
        assertThat(received.get(0).body()).isEqualTo(bytes(answer));
        Occurrence counted = meter.settled().get(0);
        assertThat(counted.reference().value()).startsWith("77:");
        assertThat(counted.attribution().subscriber()).isEqualTo("77");
        assertThat(counted.attribution().account()).isEqualTo(account().id());
    }

    @Test
    void without_credit_what_the_bot_answers_with_is_not_sent() {
        connectBot();
        meter.credits(0);
        bot.answerNext(json(200, "{\"method\":\"sendMessage\",\"chat_id\":77,\"text\":\"hello\"}"));

        assertThat(receive(update("message", PRIVATE)).status()).isEqualTo(200);
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"500|{\"method\":\"sendMessage\"}", "200|{\"method\":\"../x\"}", "200|{broken", "200|ok"})
    void any_other_answer_goes_to_telegram_as_it_is(int status, String answer) {
        connectBot();
        bot.answerNext(json(status, answer));

        assertThat(receive(update("message", PRIVATE)).status()).isEqualTo(status);
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\":1} 2"})
    void what_is_no_json_object_is_refused(String body) {
        assertThat(receive(body).status()).isEqualTo(400);
    }

    @Test
    void while_nothing_can_be_counted_telegram_is_to_try_again() {
        meter.down(true);

        assertThatThrownBy(() -> receive(update("message", PRIVATE))).isInstanceOf(LedgerUnavailableException.class);
    }

    private void connectBot() {
        accounts.change(
                account().id(),
                new AccountDetails(
                        "bot",
                        url,
                        Map.of("botWebhook", botUrl + "/updates"),
                        account().secrets()));
    }

    private void connect(Map<String, String> settings) {
        accounts.connect(
                Door.WORKSPACE,
                "telegram",
                new AccountDetails(
                        "bot",
                        url,
                        settings,
                        Map.of("credential", new Secret(TOKEN), "secretToken", new Secret(SECRET))));
    }

    private ChannelAccount account() {
        return accounts.list(Door.WORKSPACE, "telegram").getFirst();
    }

    private ChannelResponse receive(String body) {
        return receive(body, SECRET);
    }

    private ChannelResponse receive(String body, String secret) {
        Headers headers = Headers.of("Content-Type", "application/json");
        return adapter.receive(
                new WebhookRequest(
                        "POST",
                        "",
                        secret.isEmpty() ? headers : headers.and("X-Telegram-Bot-Api-Secret-Token", secret),
                        bytes(body),
                        RECEIVED),
                account());
    }

    private static String update(String kind, String update) {
        return "{\"update_id\":9,\"" + kind + "\":" + update + "}";
    }

    private static ChannelResponse json(int status, String text) {
        return ChannelResponse.of(status, Headers.of("Content-Type", "application/json"), bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
