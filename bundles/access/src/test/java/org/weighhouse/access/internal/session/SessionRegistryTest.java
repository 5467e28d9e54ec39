package org.weighhouse.access.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.access.Sessions;
import org.weighhouse.api.access.Sessions.Reason;
import org.weighhouse.api.access.Sessions.Way;
import org.weighhouse.api.access.User;
import org.weighhouse.api.audit.Acting;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.catalog.CatalogChange;
import org.weighhouse.api.catalog.CatalogFeed;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.kit.FakeTrail;
import org.weighhouse.api.kit.FakeUsers;

class SessionRegistryTest {

    private static final Secret PASSWORD = new Secret("Birch-42-lantern");
    private static final Assignment VIEWER = Assignment.of(Role.VIEWER, new WorkspaceId("demo"));
    private static final SessionLimits LIMITS = new SessionLimits(Duration.ofMinutes(60), Duration.ofHours(24), 3);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    private final FakeUsers users = new FakeUsers();
    private final Feed feed = new Feed();
    private final BlockingQueue<Reason> ended = new LinkedBlockingQueue<>();
    private final FakeTrail trail = new FakeTrail();
    private final SessionRegistry registry = new SessionRegistry(LIMITS, users, feed, trail, now::get);
    private final User anna = users.create("anna", PASSWORD, Set.of(VIEWER), false);

    @AfterEach
    void stop() {
        registry.stop();
    }

    @Test
    void aSessionIsListedWhileItIsOpen() {
        Sessions.Handle handle = open(Way.DASHBOARD, false);
        now.set(now.get().plusSeconds(5));
        handle.used();

        assertThat(registry.all())
                .containsExactly(new Sessions.Session(
                        handle.id(),
                        "anna",
                        Way.DASHBOARD,
                        "10.0.0.1",
                        now.get().minusSeconds(5),
                        now.get()));
        handle.closed();
        handle.closed();
        assertThat(registry.all()).isEmpty();
        assertThat(registry.end(handle.id())).isFalse();
        assertThat(ended).isEmpty();
    }

    @Test
    void somebodyMayEndIt() throws Exception {
        Sessions.Handle handle = open(Way.DASHBOARD, false);

        try (Acting.Scope bert = Acting.as(new Actor("bert", Actor.Way.CONSOLE, ""))) {
            assertThat(registry.end(handle.id())).isTrue();
        }
        assertThat(why()).isEqualTo(Reason.ENDED_BY_SOMEBODY);
        assertThat(registry.all()).isEmpty();
        assertThat(trail.lines)
                .extracting(FakeTrail.Line::toString)
                .containsExactly("bert session-ended anna: session " + handle.id() + " from 10.0.0.1: ended by hand");
    }

    @Test
    void theTrailTellsOfItsEnd() throws Exception {
        Sessions.Handle left = open(Way.DASHBOARD, false);
        left.closed();
        Sessions.Handle removed = open(Way.DASHBOARD, false);
        users.remove("anna");
        feed.tell();
        why();

        assertThat(trail.lines)
                .extracting(FakeTrail.Line::toString)
                .containsExactly(
                        "anna logout anna: session " + left.id(),
                        "weighhouse session-ended anna: session " + removed.id()
                                + " from 10.0.0.1: the user was changed");
    }

    @Test
    void whoIsRemovedIsOut() throws Exception {
        open(Way.DASHBOARD, false);
        users.remove("anna");
        feed.tell();

        assertThat(why()).isEqualTo(Reason.USER_CHANGED);
    }

    @Test
    void whoHasAnotherPasswordIsOut() throws Exception {
        open(Way.DASHBOARD, false);
        users.setPassword("anna", new Secret("Quartz-17-harbour"), false);
        feed.tell();

        assertThat(why()).isEqualTo(Reason.USER_CHANGED);
    }

    @Test
    void aChangeBetweenLoginAndOpeningIsNotMissed() throws Exception {
        users.remove("anna");
        open(Way.DASHBOARD, false);

        assertThat(why()).isEqualTo(Reason.USER_CHANGED);
    }

    @Test
    void otherRolesEndWhatKeepsThoseOfTheLogin() throws Exception {
        Sessions.Handle page = open(Way.DASHBOARD, false);
        open(Way.CONSOLE, true);
        users.revoke("anna", VIEWER);
        feed.tell();

        assertThat(why()).isEqualTo(Reason.USER_CHANGED);
        assertThat(registry.all()).extracting(Sessions.Session::id).containsExactly(page.id());
    }

    @Test
    void aUserOfAnotherRealmIsLimitedAlike() throws Exception {
        registry.open(new Sessions.Opening("ldap", Optional.empty(), Way.DASHBOARD, "", false), ended::add);
        now.set(now.get().plus(LIMITS.idle()).plusSeconds(1));

        assertThat(why()).isEqualTo(Reason.IDLE);
    }

    @Test
    void theConsoleHasAnIdleLimitOfItsOwn() throws Exception {
        Sessions.Handle console = open(Way.CONSOLE, true);
        open(Way.DASHBOARD, false);
        now.set(now.get().plus(LIMITS.idle()).plusSeconds(1));

        assertThat(why()).isEqualTo(Reason.IDLE);
        assertThat(registry.all()).extracting(Sessions.Session::id).containsExactly(console.id());
    }

    @Test
    void useKeepsASessionOpenForADayAtMost() throws Exception {
        Sessions.Handle handle = open(Way.DASHBOARD, false);
        for (int hour = 0; hour < 24; hour++) {
            now.set(now.get().plus(Duration.ofHours(1)));
            handle.used();
        }
        assertThat(registry.all()).hasSize(1);
        now.set(now.get().plusSeconds(1));
        handle.used();

        assertThat(why()).isEqualTo(Reason.TOO_OLD);
    }

    @Test
    void oneTooManyEndsTheOldestOfThatUser() throws Exception {
        registry.open(new Sessions.Opening("bert", Optional.empty(), Way.DASHBOARD, "", false), ended::add);
        Sessions.Handle oldest = open(Way.DASHBOARD, false);
        for (int more = 0; more < LIMITS.ofAUser(); more++) {
            now.set(now.get().plusSeconds(1));
            open(Way.DASHBOARD, false);
        }
        assertThat(why()).isEqualTo(Reason.TOO_MANY);
        assertThat(registry.all()).hasSize(1 + LIMITS.ofAUser());
        assertThat(registry.all()).extracting(Sessions.Session::id).doesNotContain(oldest.id());
    }

    private Sessions.Handle open(Way way, boolean rolesAreFixed) {
        return registry.open(
                new Sessions.Opening("anna", Optional.of(anna), way, "10.0.0.1", rolesAreFixed), ended::add);
    }

    private Reason why() throws InterruptedException {
        return ended.poll(30, TimeUnit.SECONDS);
    }

    private static final class Feed implements CatalogFeed {
        private Optional<LongConsumer> listener = Optional.empty();

        void tell() {
            listener.ifPresent(each -> each.accept(1));
        }

        @Override
        public long version() {
            return 0;
        }

        @Override
        public List<CatalogChange> since(long version) {
            return List.of();
        }

        @Override
        public Subscription subscribe(LongConsumer toTell) {
            listener = Optional.of(toTell);
            return () -> listener = Optional.empty();
        }
    }
}
