package org.weighhouse.catalog.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.AccessTokens.TokenInfo;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.access.User;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.catalog.ApiKeys.KeyInfo;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Validity;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Allowance;

/** Changes of the catalog in the words of the audit trail. Of secrets it is said that they changed, and no more. */
final class Deeds {

    private Deeds() {}

    static Deed saved(Optional<Workspace> before, Workspace after) {
        String id = after.id().value();
        return before.map(was -> Deed.done(Action.WORKSPACE_CHANGED, id, after.id())
                        .saying(together(
                                change("name", was.name(), after.name()),
                                change("zone", was.zone(), after.zone()),
                                change("plan", was.plan(), after.plan()),
                                change("currency", was.currency(), after.currency()))))
                .orElseGet(() -> Deed.done(Action.WORKSPACE_CREATED, id, after.id())
                        .saying(after.name() + "; zone " + after.zone() + "; plan " + after.plan() + "; currency "
                                + after.currency()));
    }

    static Deed saved(Plan plan) {
        String limits = plan.allowances().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> limit(each.getKey(), each.getValue()))
                .collect(Collectors.joining("; "));
        return Deed.done(Action.PLAN_SAVED, plan.name()).saying(limits.isEmpty() ? "no limits" : limits);
    }

    private static String limit(Unit unit, Allowance allowance) {
        return unit.slug() + " " + allowance.amount() + (allowance.limit() == Allowance.Limit.HARD ? " hard" : " soft")
                + (allowance.rollsOver() ? ", what is left rolls over" : "");
    }

    static Deed saved(WorkspaceId workspace, RateCard card) {
        return Deed.done(Action.RATE_CARD_SAVED, workspace.value(), workspace)
                .saying("from " + card.effectiveFrom() + "; " + card.messages().size() + " rates of messages, "
                        + card.tokens().size() + " of tokens");
    }

    static Deed saved(WorkspaceId workspace, PriceBook book) {
        return Deed.done(Action.PRICE_BOOK_SAVED, workspace.value(), workspace)
                .saying("from " + book.effectiveFrom() + "; " + book.messages().size() + " prices of messages, "
                        + book.models().size() + " of models");
    }

    static Deed key(Action action, KeyInfo key) {
        return Deed.done(action, key.id(), key.workspace()).saying(key.label());
    }

    static Deed rotated(KeyInfo key) {
        return key(Action.KEY_ROTATED, key)
                .saying(key.label() + "; the old text is good "
                        + key.overlap().map(until -> "until " + until).orElse("no longer"));
    }

    static String terms(KeyTerms terms) {
        return together(
                Optional.of(terms.label()),
                Optional.of("for " + terms.scopes().stream().map(KeyScope::slug).collect(Collectors.joining(", "))),
                until(terms.validity()),
                from(terms.validity()));
    }

    private static Optional<String> until(Validity validity) {
        return validity.expires().map(end -> "until " + end);
    }

    private static Optional<String> from(Validity validity) {
        return Optional.of(validity.sources())
                .filter(sources -> !sources.isEmpty())
                .map(sources -> "from " + Networks.text(sources));
    }

    static Deed token(Action action, TokenInfo token) {
        return Deed.done(action, token.id())
                .saying(together(
                        Optional.of(token.label() + " of " + token.user()),
                        until(token.validity()),
                        from(token.validity())));
    }

    static Deed account(Action action, ChannelAccount account) {
        return Deed.done(action, account.id(), account.workspace()).saying(account.channel() + " " + account.name());
    }

    static Deed connected(ChannelAccount account) {
        return account(Action.ACCOUNT_CONNECTED, account)
                .saying(account.channel() + " " + account.name() + " at " + place(account.baseUrl()));
    }

    static Deed changed(ChannelAccount before, ChannelAccount after) {
        return account(Action.ACCOUNT_CHANGED, after)
                .saying(together(
                        Optional.of(after.channel() + " " + after.name()),
                        change("name", before.name(), after.name()),
                        change("address", place(before.baseUrl()), place(after.baseUrl())),
                        changed("settings", before.settings(), after.settings()),
                        changed("secrets", before.secrets(), after.secrets())));
    }

    /** Without user and query, where somebody may have put a secret. */
    private static String place(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort())
                + Objects.requireNonNullElse(url.getPath(), "");
    }

    /** Which entries are different, and none of their values. */
    private static <V> Optional<String> changed(String what, Map<String, V> before, Map<String, V> after) {
        Set<String> names = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .collect(Collectors.toCollection(TreeSet::new));
        return names.isEmpty() ? Optional.empty() : Optional.of(what + " changed: " + String.join(", ", names));
    }

    static Deed created(User user) {
        return ofRoles(Action.USER_CREATED, user);
    }

    static Deed removed(User user) {
        return ofRoles(Action.USER_REMOVED, user);
    }

    static Deed role(Action action, String user, Assignment role) {
        return Deed.done(action, user).in(role.workspace()).saying(role.toString());
    }

    static Deed rolesSet(User before, User after) {
        return Deed.done(Action.USER_ROLES_SET, after.name()).saying(roles(before) + " → " + roles(after));
    }

    static Deed roleSet(WorkspaceId workspace, User before, User after) {
        return Deed.done(Action.USER_ROLES_SET, after.name())
                .in(Optional.of(workspace))
                .saying(role(before, workspace) + " → " + role(after, workspace));
    }

    private static String role(User user, WorkspaceId workspace) {
        return user.roleIn(workspace).map(Role::word).orElse("no role");
    }

    private static String roles(User user) {
        return user.roles().isEmpty()
                ? "no role"
                : user.roles().stream().map(Assignment::toString).collect(Collectors.joining(", "));
    }

    /** The matter of a workspace if the user has roles there and nowhere else. */
    private static Deed ofRoles(Action action, User user) {
        List<Optional<WorkspaceId>> places =
                user.roles().stream().map(Assignment::workspace).distinct().toList();
        return Deed.done(action, user.name())
                .in(places.size() == 1 ? places.getFirst() : Optional.empty())
                .saying(roles(user));
    }

    private static Optional<String> change(String what, Object before, Object after) {
        return before.equals(after) ? Optional.empty() : Optional.of(what + " " + before + " → " + after);
    }

    @SafeVarargs
    private static String together(Optional<String>... parts) {
        List<String> said = new ArrayList<>();
        for (Optional<String> part : parts) {
            part.ifPresent(said::add);
        }
        return String.join("; ", said);
    }
}
