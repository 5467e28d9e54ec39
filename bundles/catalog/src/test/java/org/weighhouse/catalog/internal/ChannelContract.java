package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.channel.AccountField;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Channels.Channel;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.api.channel.WebhookReceiver;
import org.weighhouse.api.channel.WebhookRequest;

abstract class ChannelContract extends CatalogContract {

    private static final ChannelDescriptor TELEGRAM = descriptor("telegram", "Telegram", "#2AABEE");

    private static ChannelDescriptor descriptor(String id, String name, String color) {
        return new ChannelDescriptor(
                id,
                name,
                color,
                "paperplane",
                Unit.MESSAGE_CREDIT,
                "https://api.example",
                Map.of("text", Amount.of(1), "photo", Amount.parse("1.5")),
                List.of(
                        AccountField.credential("Bot token", "From @BotFather."),
                        new AccountField("apiVersion", "API version", false, false, "")));
    }

    @Test
    void aChannelReceivesAsLongAsSomebodyTakesItsCallbacks() {
        WebhookReceiver receiver = new WebhookReceiver() {
            @Override
            public String channel() {
                return TELEGRAM.id();
            }

            @Override
            public ChannelResponse receive(WebhookRequest request, ChannelAccount account) {
                throw new IllegalStateException("nothing is sent here");
            }
        };
        house.channels.remember(TELEGRAM);

        house.channels.bindReceiver(receiver);
        assertThat(house.channels.find("telegram")).contains(new Channel(TELEGRAM, false, true));

        house.channels.unbindReceiver(receiver);
        assertThat(house.channels.find("telegram")).contains(new Channel(TELEGRAM, false, false));
    }

    @Test
    void aChannelIsOnWhileItsAdapterRuns() {
        ChannelAdapter adapter = new Adapter(TELEGRAM);
        assertThat(house.channels.find("telegram")).isEmpty();

        house.channels.bindAdapter(adapter);
        assertThat(house.channels.find("telegram")).contains(new Channel(TELEGRAM, true));
        house.channels.unbindAdapter(adapter);
        assertThat(house.channels.find("telegram")).contains(new Channel(TELEGRAM, false));
    }

    @Test
    void aChannelKeepsItsNameAndColourAfterItsAdapterIsGoneForGood() {
        house.channels.bindAdapter(new Adapter(TELEGRAM));
        restart();

        assertThat(house.channels.all()).containsExactly(new Channel(TELEGRAM, false));
    }

    @Test
    void aSuccessorThatComesBeforeItsPredecessorGoesKeepsTheChannelOn() {
        ChannelAdapter old = new Adapter(TELEGRAM);
        ChannelDescriptor renamed = descriptor("telegram", "Telegram 2", "#000000");
        house.channels.bindAdapter(old);
        house.channels.bindAdapter(new Adapter(renamed));
        house.channels.unbindAdapter(old);

        assertThat(house.channels.find("telegram")).contains(new Channel(renamed, true));
        restart();
        assertThat(house.channels.find("telegram")).contains(new Channel(renamed, false));
    }

    @Test
    void aRememberedChannelIsOffAndARunningAdapterWins() {
        house.channels.remember(descriptor("telegram", "Imported", "#111111"));
        assertThat(house.channels.find("telegram").orElseThrow().online()).isFalse();

        house.channels.bindAdapter(new Adapter(TELEGRAM));
        house.channels.remember(descriptor("telegram", "Imported", "#111111"));
        assertThat(house.channels.all()).containsExactly(new Channel(TELEGRAM, true));
    }

    @Test
    void channelsAreOrderedByName() {
        house.channels.remember(descriptor("b", "alpha", "#111111"));
        house.channels.remember(descriptor("a", "Beta", "#111111"));

        assertThat(house.channels.all())
                .extracting(channel -> channel.descriptor().id())
                .containsExactly("b", "a");
    }

    @Test
    void changesThatComeTogetherAreToldOnceOnAnotherThread() throws Exception {
        Semaphore told = new Semaphore(0);
        Thread mine = Thread.currentThread();
        house.channels.subscribe(() -> {
            assertThat(Thread.currentThread()).isNotSameAs(mine);
            told.release();
        });
        ChannelAdapter adapter = new Adapter(TELEGRAM);
        for (int i = 0; i < 50; i++) {
            house.channels.bindAdapter(adapter);
            house.channels.unbindAdapter(adapter);
        }

        assertThat(told.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        house.channels.bindAdapter(adapter);
        assertThat(told.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        assertThat(told.availablePermits()).isLessThan(10);
    }

    private record Adapter(ChannelDescriptor descriptor, Object identity) implements ChannelAdapter {

        Adapter(ChannelDescriptor descriptor) {
            this(descriptor, new Object());
        }

        @Override
        public Optional<String> presentedKey(ChannelRequest request) {
            return Optional.empty();
        }

        @Override
        public ChannelResponse handle(ChannelRequest request, Caller caller) {
            return ChannelResponse.of(200, Headers.NONE, new byte[0]);
        }

        @Override
        public ChannelResponse refuse(Refusal refusal) {
            return ChannelResponse.of(refusal.reason().status(), Headers.NONE, new byte[0]);
        }
    }
}
