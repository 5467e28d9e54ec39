package org.weighhouse.dashboard.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.access.Access;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.kit.FakeUsers;

class LoggedInUserTest {

    private static final Secret PASSWORD = new Secret("Birch-42-lantern");
    private static final Assignment DEMO = Assignment.parse("viewer:demo");
    private static final Assignment ACME = Assignment.parse("viewer:acme");

    private final FakeUsers users = new FakeUsers();
    private final User anna = users.create("anna", PASSWORD, Set.of(DEMO), false);
    private final LoggedInUser user = new LoggedInUser("anna", Optional.of(anna), anna.access());

    @Test
    void rolesAreThoseOfTheMoment() {
        assertThat(access()).isEqualTo(new Access(Set.of(DEMO)));
        users.grant("anna", ACME);
        users.revoke("anna", DEMO);

        assertThat(access()).isEqualTo(new Access(Set.of(ACME)));
    }

    @Test
    void whoIsGoneOrHasAnotherPasswordMayDoNothing() {
        users.setPassword("anna", new Secret("Quartz-17-harbour"), false);
        assertThat(access()).isEqualTo(Access.NONE);
        users.remove("anna");
        assertThat(access()).isEqualTo(Access.NONE);
        assertThat(user.access(Optional.empty())).isEqualTo(Access.NONE);
    }

    @Test
    void aUserOfAnotherRealmKeepsWhatTheLoginGave() {
        LoggedInUser other = new LoggedInUser("anna", Optional.empty(), new Access(Set.of(ACME)));
        assertThat(other.access(Optional.of(users))).isEqualTo(new Access(Set.of(ACME)));
    }

    @Test
    void anOpenPageAloneIsNoUse() {
        assertThat(UseWatch.isUse("heartbeat")).isFalse();
        assertThat(UseWatch.isUse("push")).isFalse();
        assertThat(UseWatch.isUse("uidl")).isTrue();
        assertThat(UseWatch.isUse("init")).isTrue();
        assertThat(UseWatch.isUse(null)).isTrue();
    }

    private Access access() {
        return user.access(Optional.<Users>of(users));
    }
}
