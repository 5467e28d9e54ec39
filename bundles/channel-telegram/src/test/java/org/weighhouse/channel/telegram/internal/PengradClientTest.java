package org.weighhouse.channel.telegram.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.request.InputMediaPhoto;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.SendMediaGroup;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.response.MessagesResponse;
import com.pengrad.telegrambot.response.SendResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.adapter.camel.kit.FakeMeter;
import org.weighhouse.api.kit.AnyAddress;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.simulator.upstream.ReceivedRequest;
import org.weighhouse.simulator.upstream.TelegramStandIn;

/** The client library as its users have it, with nothing but its address and token changed. */
class PengradClientTest {

    private final FakeMeter meter = new FakeMeter();
    private final FakeAccounts accounts = new FakeAccounts();
    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    private final TelegramStandIn telegram = new TelegramStandIn(Set.of("1:t"));
    private final TelegramAdapter adapter =
            new TelegramAdapter(meter, accounts, new AnyAddress(), PassThroughSettings.DEFAULT);
    private final Door door = new Door(adapter);
    private final TelegramBot bot =
            new TelegramBot.Builder(Door.KEY).apiUrl(door.url() + "/bot").build();

    PengradClientTest() {
        telegram.observe(received::add);
        Connections.connect(accounts, "shop bot", telegram.start("127.0.0.1", 0), "1:t");
    }

    @AfterEach
    void close() {
        bot.shutdown();
        door.close();
        adapter.close();
        telegram.close();
    }

    @Test
    void sends_messages_pictures_and_albums() {
        SendResponse text = bot.execute(new SendMessage(5L, "Hello"));
        SendResponse photo = bot.execute(new SendPhoto(5L, new byte[] {1, 2, 3}).caption("c"));
        MessagesResponse album = bot.execute(
                new SendMediaGroup(5L, new InputMediaPhoto(new byte[] {1}), new InputMediaPhoto(new byte[] {2})));

        assertThat(text.isOk()).isTrue();
        assertThat(text.message().text()).isEqualTo("Hello");
        assertThat(photo.isOk()).isTrue();
        assertThat(album.messages()).hasSize(2);
        assertThat(bot.execute(new GetMe()).user().isBot()).isTrue();
        assertThat(meter.settled())
                .extracting(event -> event.attribution().messageKind())
                .containsExactly("text", "photo", "album");
    }

    @Test
    void a_refusal_shows_in_the_client_and_is_not_tried_again() {
        meter.credits(0);

        SendResponse refused = bot.execute(new SendMessage(5L, "Hello"));

        assertThat(refused.isOk()).isFalse();
        assertThat(refused.errorCode()).isEqualTo(402);
        assertThat(refused.description()).contains("Not enough message credits left");
        assertThat(received).isEmpty();
    }
}
