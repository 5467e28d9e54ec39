package org.weighhouse.report.internal.usage;

import java.util.Map;
import java.util.stream.Collectors;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ApiKeys.KeyInfo;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;

/** What a workspace calls its channel accounts and keys, read once a report; one that is gone goes by its id. */
public final class AccountLabels {

    private final Map<String, ChannelAccount> accounts;
    private final Map<String, String> keys;

    private AccountLabels(Map<String, ChannelAccount> accounts, Map<String, String> keys) {
        this.accounts = accounts;
        this.keys = keys;
    }

    public static AccountLabels of(WorkspaceId workspace, ChannelAccounts accounts, ApiKeys keys) {
        return new AccountLabels(
                accounts.list(workspace).stream().collect(Collectors.toMap(ChannelAccount::id, account -> account)),
                keys.list(workspace).stream().collect(Collectors.toMap(KeyInfo::id, KeyInfo::label)));
    }

    public String account(String id) {
        return accounts.containsKey(id) ? accounts.get(id).name() : id;
    }

    /** With its channel, for accounts of different channels may have one name. */
    public String account(String id, ChannelLabels channels) {
        return accounts.containsKey(id)
                ? channels.of(accounts.get(id).channel()).name() + " · " + account(id)
                : id;
    }

    public String key(String id) {
        return keys.getOrDefault(id, id);
    }
}
