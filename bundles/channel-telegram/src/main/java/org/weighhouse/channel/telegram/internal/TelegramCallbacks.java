package org.weighhouse.channel.telegram.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.weighhouse.adapter.camel.Aliases;
import org.weighhouse.adapter.camel.Engagements;
import org.weighhouse.adapter.camel.base.JsonCallbacks;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.WebhookRequest;
import org.weighhouse.api.meter.Meter;

/** Takes the updates that Telegram sends to a webhook: believed by the secret that {@code setWebhook} was told. */
final class TelegramCallbacks extends JsonCallbacks<Seen> {

    /** Most values of an update: the largest there are, of long texts with formatting, have some thousand. */
    private static final int MAX_VALUES = 50_000;

    private static final String SECRET_TOKEN = "X-Telegram-Bot-Api-Secret-Token";

    private final Engagements engagements;
    private final Aliases aliases;

    TelegramCallbacks(Meter meter, Aliases aliases) {
        super(MAX_VALUES);
        this.engagements = new Engagements(meter);
        this.aliases = aliases;
    }

    @Override
    protected Optional<ChannelResponse> end(WebhookRequest request, ChannelAccount account) {
        if (!request.method().equals("POST")) {
            return Optional.of(answer(405, "Updates are sent with POST."));
        }
        return isTelegrams(request, account)
                ? Optional.empty()
                : Optional.of(answer(
                        403,
                        SECRET_TOKEN + " is not this account's webhook secret. Set the same one with setWebhook and in"
                                + " Weighhouse."));
    }

    private static boolean isTelegrams(WebhookRequest request, ChannelAccount account) {
        String shown = request.headers().first(SECRET_TOKEN).orElse("");
        return account.secret(TelegramPlatform.SECRET_TOKEN)
                .filter(secret -> MessageDigest.isEqual(
                        secret.value().getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    @Override
    protected List<Seen> read(JsonNode document, Instant received) {
        return List.of(new Update(document, received).seen());
    }

    @Override
    protected void count(Seen seen, ChannelAccount account) {
        seen.name().learnt(aliases, account.id(), seen.chat());
        seen.sign().ifPresent(sign -> engagements.count(account, sign));
    }
}
