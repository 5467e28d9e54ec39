package org.weighhouse.channel.whatsapp.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.weighhouse.adapter.camel.AccountSetting;
import org.weighhouse.adapter.camel.Aliases;
import org.weighhouse.adapter.camel.Call;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.adapter.camel.content.Parameters;
import org.weighhouse.adapter.meta.GraphCalls;
import org.weighhouse.adapter.meta.GraphCredential;
import org.weighhouse.adapter.meta.GraphPath;
import org.weighhouse.adapter.meta.MetaFields;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.channel.AccountField;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Refusal;

/** The WhatsApp Cloud API. */
final class WhatsAppPlatform implements Platform {

    static final String ID = "whatsapp";

    /** Name of the setting by which requests and webhooks say which of the accounts they mean. */
    static final String PHONE_NUMBER_ID = "phoneNumberId";

    /** The header of a partner who serves the same API. */
    private static final String PARTNER_KEY = "D360-API-KEY";

    /** What there is of a phone number; the other objects belong to the business account, as its accounts' tokens do. */
    private static final Set<String> EDGES_OF_A_NUMBER = Set.of(
            "messages",
            "marketing_messages",
            "media",
            "whatsapp_business_profile",
            "block_users",
            "calls",
            "register",
            "deregister",
            "request_code",
            "verify_code",
            "settings",
            "message_qrdls");

    private static final ChannelDescriptor DESCRIPTOR = new ChannelDescriptor(
            ID,
            "WhatsApp",
            "#25D366",
            "whatsapp",
            Unit.MESSAGE_CREDIT,
            "https://graph.facebook.com",
            Kinds.known(),
            List.of(
                    new AccountField(
                            PHONE_NUMBER_ID,
                            "Phone number id",
                            false,
                            true,
                            "In the app's dashboard under WhatsApp, API setup: digits, and not the phone number itself."),
                    AccountField.credential(
                            "Access token",
                            "Of a system user with whatsapp_business_messaging, so that it does not expire."),
                    MetaFields.appSecret(),
                    MetaFields.verifyToken(),
                    AccountField.botWebhook()));

    private final Aliases aliases;

    WhatsAppPlatform(Aliases aliases) {
        this.aliases = aliases;
    }

    @Override
    public ChannelDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Optional<String> presentedKey(ChannelRequest request) {
        return request.headers().first(PARTNER_KEY).map(String::strip).or(() -> GraphCredential.presented(request));
    }

    @Override
    public Optional<AccountSetting> account(ChannelRequest request) {
        GraphPath path = GraphPath.of(request.path());
        return path.hasId() && EDGES_OF_A_NUMBER.contains(path.edge())
                ? Optional.of(new AccountSetting(PHONE_NUMBER_ID, path.node()))
                : Optional.empty();
    }

    @Override
    public Call classify(ChannelRequest request) {
        GraphPath path = GraphPath.of(request.path());
        return GraphCalls.classify(request, Send.mayBe(path) || path.isRoot(), () -> call(request, path));
    }

    private Call call(ChannelRequest request, GraphPath path)
            throws Parameters.UnreadableException, Parameters.UnsupportedTypeException {
        return Send.of(request, path)
                .filter(send -> !send.receipt())
                .<Call>map(send -> message(request, send))
                .orElseGet(() -> new Call.Free(request));
    }

    private Call message(ChannelRequest request, Send send) {
        Attribution attribution =
                request.attribution().with(Dimension.CHANNEL, ID).with(Dimension.MESSAGE_KIND, send.kind());
        Person known =
                Person.of(aliases.resolve(attribution.account(), send.to().id()));
        Attribution filled =
                attribution.orElse(Attribution.NONE.withSubscriber(known.id()).with(Dimension.MARKET, known.market()));
        return new Call.Metered(
                request.withAttribution(filled),
                new Reading.Messages(1),
                new SendReply(attribution, send, known, aliases));
    }

    @Override
    public ChannelRequest withCredential(ChannelRequest request, ChannelAccount account) {
        if (request.headers().first(PARTNER_KEY).isEmpty()) {
            return GraphCredential.with(request, account);
        }
        String token = account.secret(AccountField.CREDENTIAL).orElseThrow().value();
        return request.withHeaders(request.headers().with(PARTNER_KEY, token));
    }

    @Override
    public ChannelResponse refuse(Refusal refusal) {
        return WhatsAppRefusal.response(refusal);
    }
}
