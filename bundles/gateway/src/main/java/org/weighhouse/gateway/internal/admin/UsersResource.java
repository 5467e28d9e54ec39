package org.weighhouse.gateway.internal.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.MadeUpPassword;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.RestReply;
import org.weighhouse.gateway.internal.rest.RestRequest;

/** {@code /api/v1/admin/users}. A new user's password is made up, is in the answer that makes the user, and is to be changed. */
record UsersResource(Neighbours neighbours) {

    RestReply list(RestRequest request) {
        return Answers.page(request, users().all(), User::name, UsersResource::shown);
    }

    RestReply one(RestRequest request) {
        return RestReply.json(200, shown(known(request)));
    }

    RestReply put(RestRequest request) {
        String name = request.variable("user");
        Set<Assignment> roles = Fields.read(request, fields -> Set.copyOf(fields.each("roles", Assignment::parse)));
        return Answers.orRefused(() -> {
            if (users().find(name).isPresent()) {
                return RestReply.json(200, shown(users().setRoles(name, roles)));
            }
            return created(users(), name, roles, UsersResource::shown);
        });
    }

    /** Makes a user and tells the password, once. */
    static RestReply created(
            Users users, String name, Set<Assignment> roles, Function<User, Map<String, Object>> shown) {
        Secret password = MadeUpPassword.next();
        Map<String, Object> answer = shown.apply(users.create(name, password, roles, true));
        answer.put("password", password.value());
        return RestReply.json(201, answer);
    }

    RestReply password(RestRequest request) {
        String name = known(request).name();
        Password wish = Fields.read(request, Password::of);
        return Answers.orRefused(() -> {
            users().setPassword(name, wish.password(), wish.mustChange());
            return RestReply.nothing();
        });
    }

    private record Password(Secret password, boolean mustChange) {
        static Password of(Fields fields) {
            return new Password(new Secret(fields.text("password")), fields.flag("mustChange"));
        }
    }

    RestReply delete(RestRequest request) {
        return Answers.orRefused(() -> Answers.gone(users().remove(request.variable("user")), "user"));
    }

    private User known(RestRequest request) {
        return Answers.orNotFound(users().find(request.variable("user")), "user");
    }

    private Users users() {
        return neighbours.users().get();
    }

    private static Map<String, Object> shown(User user) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", user.name());
        shown.put("roles", user.roles().stream().map(Assignment::toString).toList());
        shown.put("mustChange", user.mustChange());
        shown.put("created", user.created().toString());
        return shown;
    }
}
