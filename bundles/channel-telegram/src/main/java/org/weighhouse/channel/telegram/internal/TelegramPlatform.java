package org.weighhouse.channel.telegram.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighhouse.adapter.camel.Call;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Refusal;

/** The Telegram Bot API. */
final class TelegramPlatform implements Platform {

    private static final String ID = "telegram";
    private static final Set<String> HTTP_METHODS = Set.of("GET", "POST");
    private static final Map<String, String> LISTS =
            Map.of("sendmediagroup", "media", "forwardmessages", "message_ids", "copymessages", "message_ids");
    private static final int MOST_MESSAGES_A_CALL = 100;

    private final Methods methods = Methods.load();
    private final ChannelDescriptor descriptor = new ChannelDescriptor(
            ID,
            "Telegram",
            "#2AABEE",
            "paperplane",
            Unit.MESSAGE_CREDIT,
            "https://api.telegram.org",
            methods.kinds().stream().collect(Collectors.toMap(kind -> kind, kind -> Amount.of(1))));

    @Override
    public ChannelDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Optional<String> presentedKey(ChannelRequest request) {
        return Target.of(request.path()).map(Target::key);
    }

    @Override
    public Call classify(ChannelRequest request) {
        Optional<Target> target = Target.of(request.path());
        if (target.isEmpty()) {
            return refused(Refusal.Reason.UNKNOWN_METHOD, "the address must be /bot<key>/<method>");
        }
        if (!HTTP_METHODS.contains(request.method())) {
            return refused(Refusal.Reason.METHOD_NOT_ALLOWED, "use GET or POST");
        }
        if (target.get().isFile()) {
            return new Call.Free(request);
        }
        String method = target.get().method();
        if (!Methods.isWellFormed(method)) {
            return refused(Refusal.Reason.UNKNOWN_METHOD, "there is no such method");
        }
        return methods.kind(method).map(kind -> message(request, method, kind)).orElseGet(() -> new Call.Free(request));
    }

    @Override
    public ChannelRequest withCredential(ChannelRequest request, Secret credential) {
        String path = Target.of(request.path()).orElseThrow().with(credential.value());
        return new ChannelRequest(
                request.method(), path, request.query(), request.headers(), request.body(), request.attribution());
    }

    @Override
    public ChannelResponse refuse(Refusal refusal) {
        return TelegramRefusal.response(refusal);
    }

    private Call message(ChannelRequest request, String method, String kind) {
        Parameters parameters;
        try {
            parameters = Parameters.of(request);
        } catch (Parameters.UnreadableException e) {
            return refused(Refusal.Reason.MALFORMED, "can't parse the request's body");
        } catch (Parameters.UnsupportedTypeException e) {
            return refused(
                    Refusal.Reason.UNSUPPORTED_MEDIA_TYPE,
                    "use application/json, application/x-www-form-urlencoded or multipart/form-data");
        }
        String list = LISTS.get(method.toLowerCase(Locale.ROOT));
        int expected = list == null ? 1 : Math.min(parameters.count(list), MOST_MESSAGES_A_CALL);
        Attribution attribution = request.attribution()
                .with(Dimension.CHANNEL, ID)
                .with(Dimension.MESSAGE_KIND, kind)
                .orElse(Attribution.NONE.withSubscriber(subscriber(parameters.chatId())));
        return new Call.Metered(
                request.withAttribution(attribution),
                new Reading.Messages(expected, ""),
                new TelegramReply(attribution));
    }

    /** A chat id as far as it can name a person: real ones are numbers or {@code @names}. */
    private static String subscriber(String chatId) {
        return chatId.matches("-?\\d{1,20}|@\\w{1,64}") ? chatId : "";
    }

    private static Call refused(Refusal.Reason reason, String detail) {
        return new Call.Refused(Refusal.of(reason, detail));
    }
}
