package org.weighhouse.adapter.meta;

import java.util.Optional;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;

/**
 * Whose account a webhook is about. An app has one address for all its numbers and pages: those of the same workspace count,
 * each under its own account, and those of nobody here count nothing.
 *
 * @param field the setting that has the id of the number or page
 */
public record GraphAccounts(ChannelAccounts accounts, String field) {

    /**
     * @param called the account whose address was called
     * @param id of the number or page, as the webhook has it
     */
    public Optional<ChannelAccount> find(ChannelAccount called, String id) {
        return isOf(called, id)
                ? Optional.of(called)
                : accounts.list(called.workspace(), called.channel()).stream()
                        .filter(other -> isOf(other, id))
                        .findFirst();
    }

    private boolean isOf(ChannelAccount account, String id) {
        return account.setting(field).filter(id::equals).isPresent();
    }
}
