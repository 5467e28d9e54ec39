package org.weighhouse.gateway.internal.admin;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.weighhouse.api.access.Permission;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.QueryRule;
import org.weighhouse.gateway.internal.rest.Route;

/** The table of the admin API: what a platform that has customers provisions them with. */
public final class AdminRoutes {

    private static final String ROOT = "/api/v1/admin";
    private static final String PLANS = ROOT + "/plans";
    private static final String USERS = ROOT + "/users";
    private static final String USER = USERS + "/{user}";
    private static final String WORKSPACES = ROOT + "/workspaces";
    private static final String WORKSPACE = WORKSPACES + "/{workspace}";
    private static final String RATE_CARDS = WORKSPACE + "/rate-cards";
    private static final String RATE_CARD = RATE_CARDS + "/{effectiveFrom}";
    private static final String PRICE_BOOKS = WORKSPACE + "/price-books";
    private static final String PRICE_BOOK = PRICE_BOOKS + "/{effectiveFrom}";
    private static final String ACCOUNTS = WORKSPACE + "/accounts";
    private static final String ACCOUNT = ACCOUNTS + "/{channel}/{account}";
    private static final String KEYS = WORKSPACE + "/keys";
    private static final String KEY = KEYS + "/{key}";
    private static final String MEMBERS = WORKSPACE + "/users";
    private static final String MEMBER = MEMBERS + "/{user}";

    private AdminRoutes() {}

    public static List<Route> of(Neighbours neighbours, Clock clock) {
        return Stream.of(installation(neighbours), workspaces(neighbours, clock), inside(neighbours))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> installation(Neighbours neighbours) {
        PlansResource plans = new PlansResource(neighbours);
        UsersResource users = new UsersResource(neighbours);
        return List.of(
                list(PLANS, Permission.LOOK, plans::list),
                get(PLANS + "/{plan}", Permission.LOOK, plans::one),
                Route.withDocument("PUT", PLANS + "/{plan}", Permission.ADMINISTER, plans::put),
                list(USERS, Permission.ADMINISTER, users::list),
                get(USER, Permission.ADMINISTER, users::one),
                Route.withDocument("PUT", USER, Permission.ADMINISTER, users::put),
                Route.withDocument("PUT", USER + "/password", Permission.ADMINISTER, users::password),
                delete(USER, Permission.ADMINISTER, users::delete));
    }

    private static List<Route> workspaces(Neighbours neighbours, Clock clock) {
        WorkspacesResource workspaces = new WorkspacesResource(neighbours);
        PricesResource prices = new PricesResource(neighbours, clock);
        GrantsResource grants = new GrantsResource(neighbours, clock);
        QueryRule time = PricesResource.AT_A_TIME;
        QueryRule edition = PricesResource.OF_AN_EDITION;
        return List.of(
                list(WORKSPACES, Permission.LOOK, workspaces::list),
                get(WORKSPACE, Permission.LOOK, workspaces::one),
                Route.withDocument("PUT", WORKSPACE, Permission.ADMINISTER, workspaces::put),
                Route.of("GET", WORKSPACE + "/rate-card", Permission.LOOK, time, prices::rateCard),
                list(RATE_CARDS, Permission.LOOK, prices::rateCards),
                Route.of("GET", RATE_CARD, Permission.LOOK, edition, prices::oneRateCard),
                Route.withTable("PUT", RATE_CARD, Permission.ADMINISTER, prices::putRateCard),
                Route.of("GET", WORKSPACE + "/price-book", Permission.LOOK, time, prices::priceBook),
                list(PRICE_BOOKS, Permission.LOOK, prices::priceBooks),
                Route.of("GET", PRICE_BOOK, Permission.LOOK, edition, prices::onePriceBook),
                Route.withTable("PUT", PRICE_BOOK, Permission.ADMINISTER, prices::putPriceBook),
                Route.withDocument("PUT", WORKSPACE + "/grants/{grant}", Permission.MANAGE, grants::put));
    }

    private static List<Route> inside(Neighbours neighbours) {
        AccountsResource accounts = new AccountsResource(neighbours);
        KeysResource keys = new KeysResource(neighbours);
        MembersResource members = new MembersResource(neighbours);
        return List.of(
                list(ACCOUNTS, Permission.LOOK, accounts::list),
                get(ACCOUNT, Permission.LOOK, accounts::one),
                Route.withDocument("PUT", ACCOUNT, Permission.MANAGE, accounts::put),
                delete(ACCOUNT, Permission.MANAGE, accounts::delete),
                list(KEYS, Permission.LOOK, keys::list),
                get(KEY, Permission.LOOK, keys::one),
                Route.withDocument("POST", KEYS, Permission.MANAGE, keys::create),
                Route.withDocument("POST", KEY + "/rotate", Permission.MANAGE, keys::rotate),
                delete(KEY, Permission.MANAGE, keys::delete),
                list(MEMBERS, Permission.MANAGE, members::list),
                Route.withDocument("PUT", MEMBER, Permission.MANAGE, members::put),
                delete(MEMBER, Permission.MANAGE, members::delete));
    }

    private static Route list(String template, Permission permission, Route.Operation operation) {
        return Route.of("GET", template, permission, Answers.PAGED, operation);
    }

    private static Route get(String template, Permission permission, Route.Operation operation) {
        return Route.of("GET", template, permission, QueryRule.NOTHING, operation);
    }

    private static Route delete(String template, Permission permission, Route.Operation operation) {
        return Route.of("DELETE", template, permission, QueryRule.NOTHING, operation);
    }
}
