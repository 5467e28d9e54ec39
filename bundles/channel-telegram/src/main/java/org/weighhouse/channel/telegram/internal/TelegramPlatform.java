package org.weighhouse.channel.telegram.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.weighhouse.adapter.camel.Aliases;
import org.weighhouse.adapter.camel.Call;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.adapter.camel.content.Parameters;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.AccountField;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Refusal;

/** The Telegram Bot API. */
final class TelegramPlatform implements Platform {

    static final String ID = "telegram";
    private static final Set<String> HTTP_METHODS = Set.of("GET", "POST");
    private static final Map<String, String> LISTS =
            Map.of("sendmediagroup", "media", "forwardmessages", "message_ids", "copymessages", "message_ids");
    private static final int MOST_MESSAGES_A_CALL = 100;

    private static final Set<String> PARAMETERS = Set.of("chat_id", "user_id", "media", "message_ids", "timeout");
    static final String SECRET_TOKEN = "secretToken";
    private static final String LONG_POLL = "getupdates";
    private static final Pattern POSITIVE = Pattern.compile("\\s*0*[1-9].*", Pattern.DOTALL);

    private final Aliases aliases;
    private final Methods methods = Methods.load();
    private final ChannelDescriptor descriptor = new ChannelDescriptor(
            ID,
            "Telegram",
            "#2AABEE",
            "paperplane",
            Unit.MESSAGE_CREDIT,
            "https://api.telegram.org",
            methods.kinds().stream().collect(Collectors.toMap(kind -> kind, kind -> Amount.of(1))),
            List.of(
                    AccountField.credential(
                            "Bot token",
                            "What @BotFather gave when the bot was made: digits, a colon and 35 characters."),
                    new AccountField(
                            SECRET_TOKEN,
                            "Webhook secret",
                            true,
                            false,
                            "The secret_token of setWebhook, by which updates are known to be Telegram's: 1 to 256 letters,"
                                    + " digits, underscores and hyphens."),
                    AccountField.botWebhook()));

    TelegramPlatform(Aliases aliases) {
        this.aliases = aliases;
    }

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

    /** {@code getUpdates} with a timeout, and one that cannot be read: Telegram may see a timeout in it. */
    @Override
    public boolean mayWait(ChannelRequest request) {
        boolean poll = Target.of(request.path())
                .filter(target -> !target.isFile())
                .filter(target -> target.method().equalsIgnoreCase(LONG_POLL))
                .isPresent();
        if (!poll) {
            return false;
        }
        try {
            return POSITIVE.matcher(Parameters.of(request, PARAMETERS).text("timeout"))
                    .matches();
        } catch (Parameters.UnreadableException | Parameters.UnsupportedTypeException e) {
            return true;
        }
    }

    @Override
    public ChannelRequest withCredential(ChannelRequest request, ChannelAccount account) {
        Secret token = account.secret(AccountField.CREDENTIAL).orElseThrow();
        return request.withPath(Target.of(request.path()).orElseThrow().with(token.value()));
    }

    @Override
    public ChannelResponse refuse(Refusal refusal) {
        return TelegramRefusal.response(refusal);
    }

    private Call message(ChannelRequest request, String method, String kind) {
        Parameters parameters;
        try {
            parameters = Parameters.of(request, PARAMETERS);
        } catch (Parameters.UnreadableException e) {
            return refused(Refusal.Reason.MALFORMED, "can't parse the request's body");
        } catch (Parameters.UnsupportedTypeException e) {
            return refused(
                    Refusal.Reason.UNSUPPORTED_MEDIA_TYPE,
                    "use application/json, application/x-www-form-urlencoded or multipart/form-data");
        }
        String list = LISTS.get(method.toLowerCase(Locale.ROOT));
        int expected = list == null ? 1 : Math.min(parameters.count(list), MOST_MESSAGES_A_CALL);
        Attribution attribution =
                request.attribution().with(Dimension.CHANNEL, ID).with(Dimension.MESSAGE_KIND, kind);
        Chat asked = chat(parameters);
        Chat known = asked.known(aliases, attribution.account());
        return new Call.Metered(
                request.withAttribution(attribution.orElse(Attribution.NONE.withSubscriber(known.value()))),
                new Reading.Messages(expected),
                new TelegramReply(attribution, asked, aliases));
    }

    /** A person is a chat too: gifts go to persons. */
    private static Chat chat(Parameters parameters) {
        Chat chat = Chat.of(parameters.text("chat_id"));
        return chat.isNone() ? Chat.of(parameters.text("user_id")) : chat;
    }

    private static Call refused(Refusal.Reason reason, String detail) {
        return new Call.Refused(Refusal.of(reason, detail));
    }
}
