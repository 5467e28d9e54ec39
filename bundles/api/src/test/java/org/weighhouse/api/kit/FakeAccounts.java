package org.weighhouse.api.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;

/** Channel accounts in memory; takes whatever it is given. Its ids are {@code acc1}, {@code acc2} and so on. */
public final class FakeAccounts implements ChannelAccounts {

    private final List<ChannelAccount> accounts = new CopyOnWriteArrayList<>();
    private int made;

    @Override
    public synchronized ChannelAccount connect(WorkspaceId workspace, String channel, AccountDetails details) {
        boolean first = list(workspace, channel).isEmpty();
        ChannelAccount account = account("acc" + ++made, workspace, channel, details, first);
        accounts.add(account);
        return account;
    }

    @Override
    public synchronized ChannelAccount change(String accountId, AccountDetails details) {
        ChannelAccount before = find(accountId).orElseThrow(() -> unknown(accountId));
        ChannelAccount after = account(accountId, before.workspace(), before.channel(), details, before.standard());
        accounts.set(accounts.indexOf(before), after);
        return after;
    }

    @Override
    public synchronized void makeStandard(String accountId) {
        ChannelAccount chosen = find(accountId).orElseThrow(() -> unknown(accountId));
        accounts.replaceAll(each -> isSibling(each, chosen) ? as(each, each.id().equals(accountId)) : each);
    }

    @Override
    public synchronized boolean disconnect(String accountId) {
        Optional<ChannelAccount> gone = find(accountId);
        gone.ifPresent(account -> {
            accounts.remove(account);
            if (account.standard()) {
                list(account.workspace(), account.channel()).stream()
                        .findFirst()
                        .ifPresent(next -> makeStandard(next.id()));
            }
        });
        return gone.isPresent();
    }

    @Override
    public List<ChannelAccount> list(WorkspaceId workspace) {
        return accounts.stream()
                .filter(account -> account.workspace().equals(workspace))
                .toList();
    }

    @Override
    public List<ChannelAccount> list(WorkspaceId workspace, String channel) {
        return new ArrayList<>(list(workspace))
                .stream().filter(account -> account.channel().equals(channel)).toList();
    }

    @Override
    public Optional<ChannelAccount> find(String accountId) {
        return accounts.stream()
                .filter(account -> account.id().equals(accountId))
                .findFirst();
    }

    @Override
    public Optional<ChannelAccount> standard(WorkspaceId workspace, String channel) {
        return list(workspace, channel).stream()
                .filter(ChannelAccount::standard)
                .findFirst();
    }

    private static ChannelAccount account(
            String id, WorkspaceId workspace, String channel, AccountDetails details, boolean standard) {
        return new ChannelAccount(
                id,
                workspace,
                channel,
                details.name(),
                details.baseUrl(),
                details.settings(),
                details.secrets(),
                standard);
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

    private static boolean isSibling(ChannelAccount one, ChannelAccount other) {
        return one.workspace().equals(other.workspace()) && one.channel().equals(other.channel());
    }

    private static IllegalArgumentException unknown(String accountId) {
        return new IllegalArgumentException("there is no account " + accountId);
    }
}
