package org.weighhouse.adapter.camel.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.weighhouse.adapter.camel.AccountSetting;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.channel.AccountField;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.Refusal;

/**
 * Chooses among a workspace's accounts of a channel: the one a bot names by id or name, else the one that the request
 * means in its platform's own way, else the standard one.
 */
final class AccountChoice {

    private static final int MOST_NAMES_TOLD = 10;
    private static final int LONGEST_TOLD = 64;

    private final Platform platform;
    private final ChannelAccounts accounts;

    AccountChoice(Platform platform, ChannelAccounts accounts) {
        this.platform = platform;
        this.accounts = accounts;
    }

    /** What came of it. */
    sealed interface Outcome {
        record Chosen(ChannelAccount account) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    Outcome choose(ChannelRequest request, Caller caller) {
        List<ChannelAccount> all =
                accounts.list(caller.workspace(), platform.descriptor().id());
        if (all.isEmpty()) {
            return new Outcome.Refused(notConnected());
        }
        return complete(
                switch (caller) {
                    case Caller.Key key -> forBot(request, all);
                    case Caller.Visitor visitor -> byId(all, visitor.account());
                    // What a bot answers to a webhook goes over the account that was called.
                    case Caller.Account account -> byId(all, account.id());
                });
    }

    /** What the platform needs is there: an account may be older than what its channel asks for. */
    private Outcome complete(Outcome outcome) {
        if (!(outcome instanceof Outcome.Chosen(ChannelAccount account))) {
            return outcome;
        }
        return platform.descriptor().accountFields().stream()
                .filter(field -> field.required() && !has(account, field))
                .findFirst()
                .<Outcome>map(field -> new Outcome.Refused(Refusal.of(
                        Refusal.Reason.NOT_CONNECTED,
                        "The account " + told(account.name()) + " has no " + field.label()
                                + "; an admin adds it in Weighhouse.")))
                .orElse(outcome);
    }

    private static boolean has(ChannelAccount account, AccountField field) {
        return field.secret()
                ? account.secret(field.name()).isPresent()
                : account.setting(field.name()).isPresent();
    }

    private Outcome forBot(ChannelRequest request, List<ChannelAccount> all) {
        if (!request.account().isEmpty()) {
            return first(all, account -> account.id().equals(request.account()))
                    .<Outcome>map(Outcome.Chosen::new)
                    .orElseGet(() -> byName(all, request.account()));
        }
        return platform.account(request)
                .map(setting -> bySetting(all, setting))
                .orElseGet(() ->
                        new Outcome.Chosen(first(all, ChannelAccount::standard).orElse(all.getFirst())));
    }

    private Outcome byId(List<ChannelAccount> all, String id) {
        return first(all, account -> account.id().equals(id))
                .<Outcome>map(Outcome.Chosen::new)
                .orElseGet(() -> new Outcome.Refused(notConnected()));
    }

    private Outcome byName(List<ChannelAccount> all, String name) {
        return first(all, account -> account.name().equals(name))
                .<Outcome>map(Outcome.Chosen::new)
                .orElseGet(() -> unknown(all, " named " + told(name)));
    }

    /** If two accounts say the same of themselves, the standard one is meant, else the older one. */
    private Outcome bySetting(List<ChannelAccount> all, AccountSetting wanted) {
        List<ChannelAccount> fitting = all.stream()
                .filter(account -> account.setting(wanted.field())
                        .filter(wanted.value()::equals)
                        .isPresent())
                .toList();
        return first(fitting, ChannelAccount::standard)
                .or(() -> first(fitting, account -> true))
                .<Outcome>map(Outcome.Chosen::new)
                .orElseGet(() -> unknown(all, " whose " + wanted.field() + " is " + told(wanted.value())));
    }

    private Outcome unknown(List<ChannelAccount> all, String which) {
        String names = all.stream()
                .limit(MOST_NAMES_TOLD)
                .map(account -> told(account.name()))
                .collect(Collectors.joining(", "));
        return new Outcome.Refused(Refusal.of(
                Refusal.Reason.UNKNOWN_ACCOUNT,
                "This workspace has no " + platform.descriptor().name() + " account" + which + "; it has " + names
                        + (all.size() > MOST_NAMES_TOLD ? " and more." : ".") + " Nothing was sent."));
    }

    private Refusal notConnected() {
        return Refusal.of(
                Refusal.Reason.NOT_CONNECTED,
                "This workspace is not connected to " + platform.descriptor().name()
                        + "; an admin does that with weighhouse:channel-connect in the console.");
    }

    private static Optional<ChannelAccount> first(List<ChannelAccount> all, Predicate<ChannelAccount> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    /** A text from outside, short enough and printable. */
    private static String told(String text) {
        String printable = text.codePoints()
                .limit(LONGEST_TOLD)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "'" + printable + "'";
    }
}
