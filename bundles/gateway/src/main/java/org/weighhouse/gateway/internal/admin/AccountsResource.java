package org.weighhouse.gateway.internal.admin;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.RestReply;
import org.weighhouse.gateway.internal.rest.RestRequest;

/** {@code accounts} of a workspace, by channel and name. Of secrets only the names are shown. */
record AccountsResource(Neighbours neighbours) {

    /**
     * What is asked for.
     *
     * @param baseUrl the platform's usual one if it is not said
     * @param standard whether it is to be the standard one; otherwise that stays as it is
     */
    private record Wish(
            Optional<URI> baseUrl, Map<String, String> settings, Map<String, Secret> secrets, boolean standard) {

        static Wish of(Fields fields) {
            Map<String, Secret> secrets = fields.texts("secrets").entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Secret(entry.getValue())));
            return new Wish(
                    fields.find("baseUrl", URI::create), fields.texts("settings"), secrets, fields.flag("standard"));
        }
    }

    RestReply list(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        return Answers.page(request, neighbours.accounts().get().list(workspace), AccountsResource::place, this::shown);
    }

    private static String place(ChannelAccount account) {
        return account.channel() + "/" + account.name();
    }

    RestReply one(RestRequest request) {
        return RestReply.json(200, shown(known(request)));
    }

    RestReply put(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        String channel = request.variable("channel");
        Wish wish = Fields.read(request, Wish::of);
        ChannelAccounts accounts = neighbours.accounts().get();
        AccountDetails details = new AccountDetails(
                request.variable("account"), address(wish, channel), wish.settings(), wish.secrets());
        Optional<ChannelAccount> before = find(request);
        return Answers.orRefused(() -> {
            ChannelAccount after = before.map(account -> accounts.change(account.id(), details))
                    .orElseGet(() -> accounts.connect(workspace, channel, details));
            if (wish.standard()) {
                accounts.makeStandard(after.id());
            }
            return Answers.saved(
                    before.isEmpty(), shown(accounts.find(after.id()).orElse(after)));
        });
    }

    private URI address(Wish wish, String channel) {
        return wish.baseUrl()
                .or(() -> neighbours
                        .channels()
                        .get()
                        .find(channel)
                        .map(known -> URI.create(known.descriptor().defaultBaseUrl())))
                .orElseThrow(() -> Answers.notFound("channel; its adapter was never installed"));
    }

    RestReply delete(RestRequest request) {
        return Answers.gone(
                neighbours.accounts().get().disconnect(known(request).id()), "account");
    }

    private ChannelAccount known(RestRequest request) {
        return Answers.orNotFound(find(request), "account");
    }

    private Optional<ChannelAccount> find(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        return neighbours.accounts().get().list(workspace, request.variable("channel")).stream()
                .filter(account -> account.name().equals(request.variable("account")))
                .findFirst();
    }

    private Map<String, Object> shown(ChannelAccount account) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", account.id());
        shown.put("channel", account.channel());
        shown.put("name", account.name());
        shown.put("baseUrl", account.baseUrl().toString());
        shown.put("settings", account.settings());
        shown.put("secrets", new TreeSet<>(account.secrets().keySet()));
        shown.put("standard", account.standard());
        neighbours
                .channels()
                .get()
                .find(account.channel())
                .filter(Channels.Channel::receives)
                .ifPresent(channel -> shown.put("webhook", account.webhookPath()));
        return shown;
    }
}
