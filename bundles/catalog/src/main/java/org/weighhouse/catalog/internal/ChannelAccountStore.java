package org.weighhouse.catalog.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.CatalogChange.Kind;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.channel.UpstreamAddresses;

/** Keeps channel accounts, their secrets sealed in the database and open in memory. */
@Component(service = ChannelAccounts.class, configurationPid = CatalogConfig.PID)
@Designate(ocd = CatalogConfig.class)
public final class ChannelAccountStore implements ChannelAccounts {

    private static final int ID_LENGTH = 12;

    private final ChangeFeed feed;
    private final Workspaces workspaces;
    private final Channels channels;
    private final UpstreamAddresses upstreams;
    private final AccountTables tables;

    private volatile AccountBook book;

    @Activate
    public ChannelAccountStore(
            @Reference CatalogDatabase database,
            @Reference ChangeFeed feed,
            @Reference Workspaces workspaces,
            @Reference Channels channels,
            @Reference UpstreamAddresses upstreams,
            CatalogConfig config) {
        this(database, feed, workspaces, channels, upstreams, CredentialKey.open(database, MasterKeySource.of(config)));
    }

    /** @throws IllegalStateException if a stored secret does not open */
    ChannelAccountStore(
            CatalogDatabase database,
            ChangeFeed feed,
            Workspaces workspaces,
            Channels channels,
            UpstreamAddresses upstreams,
            SecretBox box) {
        this.feed = feed;
        this.upstreams = upstreams;
        this.workspaces = workspaces;
        this.channels = channels;
        tables = new AccountTables(box);
        book = database.write(tables::load);
    }

    /** A channel that was never installed is taken as it is: its fields cannot be checked. */
    @Override
    public ChannelAccount connect(WorkspaceId workspace, String channel, AccountDetails details) {
        if (!channel.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("a channel id has 1 to 32 characters out of a-z 0-9 -");
        }
        AccountDetails checked = checked(details);
        Map<String, Secret> secrets = AccountRules.changed(Map.of(), checked.secrets());
        requireFields(channel, checked, secrets);
        return feed.change(writer -> {
            if (workspaces.find(workspace).isEmpty()) {
                throw new IllegalArgumentException("there is no workspace " + workspace);
            }
            List<ChannelAccount> siblings = list(workspace, channel);
            requireFree(siblings, checked.name());
            ChannelAccount account = account(
                    RandomText.BASE32.next(ID_LENGTH), workspace, channel, checked, secrets, siblings.isEmpty());
            writer.write(Kind.ACCOUNT, Deeds.connected(account), em -> tables.add(em, account));
            book = book.with(
                    workspace,
                    channel,
                    Stream.concat(siblings.stream(), Stream.of(account)).toList());
            return account;
        });
    }

    /** A secret that is given as an empty text is removed. */
    @Override
    public ChannelAccount change(String accountId, AccountDetails details) {
        AccountDetails checked = checked(details);
        return feed.change(writer -> {
            ChannelAccount before = need(accountId);
            Map<String, Secret> secrets = AccountRules.changed(before.secrets(), checked.secrets());
            requireFields(before.channel(), checked, secrets);
            requireFree(
                    list(before.workspace(), before.channel()).stream()
                            .filter(other -> !other.id().equals(accountId))
                            .toList(),
                    checked.name());
            ChannelAccount after =
                    account(accountId, before.workspace(), before.channel(), checked, secrets, before.standard());
            if (!after.equals(before)) {
                writer.write(Kind.ACCOUNT, Deeds.changed(before, after), em -> tables.change(em, after));
                show(before, each -> each.id().equals(accountId) ? after : each);
            }
            return after;
        });
    }

    @Override
    public void makeStandard(String accountId) {
        feed.change(writer -> {
            ChannelAccount chosen = need(accountId);
            if (chosen.standard()) {
                return false;
            }
            Optional<ChannelAccount> before = standard(chosen.workspace(), chosen.channel());
            List<String> changed = Stream.concat(before.stream().map(ChannelAccount::id), Stream.of(accountId))
                    .toList();
            Deed deed = Deeds.account(Action.ACCOUNT_STANDARD, chosen);
            writer.write(Kind.ACCOUNT, changed, deed, em -> tables.makeStandard(em, before, chosen));
            show(chosen, each -> as(each, each.id().equals(accountId)));
            return true;
        });
    }

    @Override
    public boolean disconnect(String accountId) {
        return feed.change(writer -> {
            Optional<ChannelAccount> gone = find(accountId);
            gone.ifPresent(account -> remove(writer, account));
            return gone.isPresent();
        });
    }

    private void remove(ChangeFeed.Writer writer, ChannelAccount gone) {
        List<ChannelAccount> left = new ArrayList<>(list(gone.workspace(), gone.channel()));
        left.remove(gone);
        Optional<ChannelAccount> successor =
                gone.standard() ? left.stream().findFirst() : Optional.<ChannelAccount>empty();
        List<String> changed = Stream.concat(
                        Stream.of(gone.id()), successor.stream().map(ChannelAccount::id))
                .toList();
        Deed deed = Deeds.account(Action.ACCOUNT_DISCONNECTED, gone);
        writer.write(Kind.ACCOUNT, changed, deed, em -> tables.remove(em, gone, successor));
        successor.ifPresent(next -> left.set(0, as(next, true)));
        book = book.with(gone.workspace(), gone.channel(), left);
    }

    @Override
    public List<ChannelAccount> list(WorkspaceId workspace) {
        return book.of(workspace);
    }

    @Override
    public List<ChannelAccount> list(WorkspaceId workspace, String channel) {
        return book.of(workspace, channel);
    }

    @Override
    public Optional<ChannelAccount> find(String accountId) {
        return Optional.ofNullable(book.byId().get(accountId));
    }

    @Override
    public Optional<ChannelAccount> standard(WorkspaceId workspace, String channel) {
        return list(workspace, channel).stream()
                .filter(ChannelAccount::standard)
                .findFirst();
    }

    private void show(ChannelAccount of, UnaryOperator<ChannelAccount> changed) {
        List<ChannelAccount> after =
                list(of.workspace(), of.channel()).stream().map(changed).toList();
        book = book.with(of.workspace(), of.channel(), after);
    }

    private ChannelAccount need(String accountId) {
        return find(accountId).orElseThrow(() -> new IllegalArgumentException("there is no account " + accountId));
    }

    private AccountDetails checked(AccountDetails details) {
        AccountDetails checked = AccountRules.checked(details);
        requireAllowed(checked.baseUrl());
        AccountRules.botWebhook(checked).ifPresent(this::requireAllowed);
        return checked;
    }

    private void requireAllowed(URI address) {
        upstreams.refusal(address).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
    }

    private void requireFields(String channel, AccountDetails details, Map<String, Secret> secrets) {
        channels.find(channel)
                .ifPresent(known ->
                        AccountRules.fields(channel, known.descriptor().accountFields(), details.settings(), secrets));
    }

    private static void requireFree(List<ChannelAccount> others, String name) {
        if (others.stream().anyMatch(other -> other.name().equals(name))) {
            throw new IllegalArgumentException("there is an account named " + name + " already");
        }
    }

    private static ChannelAccount account(
            String id,
            WorkspaceId workspace,
            String channel,
            AccountDetails details,
            Map<String, Secret> secrets,
            boolean standard) {
        return new ChannelAccount(
                id, workspace, channel, details.name(), details.baseUrl(), details.settings(), secrets, standard);
    }

    private static ChannelAccount as(ChannelAccount account, boolean standard) {
        return new ChannelAccount(
                account.id(),
                account.workspace(),
                account.channel(),
                account.name(),
                account.baseUrl(),
                account.settings(),
                account.secrets(),
                standard);
    }
}
