package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.AccountField;
import org.weighhouse.api.channel.ChannelDescriptor;

/** Channel accounts of a workspace with one channel that has fields of every kind. */
abstract class AccountContract extends CatalogContract {

    static final URI ADDRESS = URI.create("https://platform.example");
    static final Secret TOKEN = new Secret("12345:bot-token-ü");

    Path keyFile;

    @BeforeEach
    void demoWithTelegram() {
        keyFile = folder.resolve("keys").resolve("secret.key");
        saveDemo("free");
        house.channels.remember(telegram());
    }

    static ChannelDescriptor telegram() {
        return new ChannelDescriptor(
                "telegram",
                "Telegram",
                "#2AABEE",
                "paperplane",
                Unit.MESSAGE_CREDIT,
                "",
                Map.of("text", Amount.of(1)),
                List.of(
                        AccountField.credential("Bot token", "From @BotFather."),
                        new AccountField("webhookSecret", "Webhook secret", true, false, ""),
                        new AccountField("region", "Region", false, false, "")));
    }

    static AccountDetails details(String name, URI address, String token) {
        return new AccountDetails(name, address, Map.of(), Map.of(AccountField.CREDENTIAL, new Secret(token)));
    }

    static AccountDetails details(String name) {
        return details(name, ADDRESS, TOKEN.value());
    }

    static AccountDetails details(String name, Map<String, String> settings, Map<String, Secret> secrets) {
        return new AccountDetails(name, ADDRESS, settings, secrets);
    }

    static void refused(ThrowingCallable call, String why) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }
}
