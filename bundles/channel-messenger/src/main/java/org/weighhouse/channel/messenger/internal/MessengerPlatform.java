package org.weighhouse.channel.messenger.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.weighhouse.adapter.camel.AccountSetting;
import org.weighhouse.adapter.camel.Call;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.adapter.camel.content.Parameters;
import org.weighhouse.adapter.meta.GraphCalls;
import org.weighhouse.adapter.meta.GraphCredential;
import org.weighhouse.adapter.meta.GraphPath;
import org.weighhouse.adapter.meta.MetaFields;
import org.weighhouse.api.Amount;
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

/** The Send API of the Messenger Platform. */
final class MessengerPlatform implements Platform {

    static final String ID = "messenger";

    /** Name of the setting by which requests and webhooks say which of the accounts they mean. */
    static final String PAGE_ID = "pageId";

    /** What there is of a page, by the tokens of pages; other objects are reached by the standard one. */
    private static final Set<String> EDGES_OF_A_PAGE = Set.of(
            "messages",
            "message_attachments",
            "messenger_profile",
            "conversations",
            "personas",
            "pass_thread_control",
            "take_thread_control",
            "request_thread_control",
            "custom_labels",
            "message_templates");

    private static final ChannelDescriptor DESCRIPTOR = new ChannelDescriptor(
            ID,
            "Messenger",
            "#0A7CFF",
            "messenger",
            Unit.MESSAGE_CREDIT,
            "https://graph.facebook.com",
            Send.KINDS.stream().collect(Collectors.toMap(Function.identity(), kind -> Amount.of(1))),
            List.of(
                    new AccountField(
                            PAGE_ID, "Page id", false, true, "On the page under About, Page transparency: digits."),
                    AccountField.credential(
                            "Page access token",
                            "In the app's dashboard under Messenger, API setup: one for each page."),
                    MetaFields.appSecret(),
                    MetaFields.verifyToken(),
                    AccountField.botWebhook()));

    @Override
    public ChannelDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Optional<String> presentedKey(ChannelRequest request) {
        return GraphCredential.presented(request);
    }

    @Override
    public Optional<AccountSetting> account(ChannelRequest request) {
        GraphPath path = GraphPath.of(request.path());
        return path.hasId() && EDGES_OF_A_PAGE.contains(path.edge())
                ? Optional.of(new AccountSetting(PAGE_ID, path.node()))
                : Optional.empty();
    }

    @Override
    public Call classify(ChannelRequest request) {
        GraphPath path = GraphPath.of(request.path());
        return GraphCalls.classify(request, Send.mayBe(path) || path.isRoot(), () -> call(request, path));
    }

    private static Call call(ChannelRequest request, GraphPath path)
            throws Parameters.UnreadableException, Parameters.UnsupportedTypeException {
        return Send.of(request, path)
                .filter(send -> !send.action())
                .<Call>map(send -> message(request, send))
                .orElseGet(() -> new Call.Free(request));
    }

    private static Call message(ChannelRequest request, Send send) {
        Attribution attribution =
                request.attribution().with(Dimension.CHANNEL, ID).with(Dimension.MESSAGE_KIND, send.kind());
        Attribution filled = attribution.orElse(Attribution.NONE.withSubscriber(Attribution.tidy(send.to())));
        return new Call.Metered(
                request.withAttribution(filled), new Reading.Messages(1), new SendReply(attribution, send));
    }

    @Override
    public ChannelRequest withCredential(ChannelRequest request, ChannelAccount account) {
        return GraphCredential.with(request, account);
    }

    @Override
    public ChannelResponse refuse(Refusal refusal) {
        return MessengerRefusal.response(refusal);
    }
}
