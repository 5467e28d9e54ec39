package org.weighhouse.gateway.internal.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.share.ShareWatch.Episode;
import org.weighhouse.api.share.Sharer;
import org.weighhouse.gateway.internal.fake.SettableClock;
import org.weighhouse.gateway.internal.http.Limit;

class RefusalWatchTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final Sharer KEY = new Sharer("acme", "key-1");

    private final SettableClock clock = new SettableClock(START);
    private final RefusalWatch watch = new RefusalWatch(clock);

    @Test
    void refusalsThatFollowEachOtherAreOneEpisode() {
        watch.refused(KEY, Limit.PACE);
        clock.move(Duration.ofMinutes(14));
        watch.refused(KEY, Limit.PACE);
        watch.refused(KEY, Limit.PLACES);

        assertThat(watch.episodes(ACME))
                .containsExactly(
                        new Episode("key-1", Limit.PACE.overShare(), 2, START, clock.instant()),
                        new Episode("key-1", Limit.PLACES.overShare(), 1, clock.instant(), clock.instant()));
        assertThat(watch.episodes(new WorkspaceId("other"))).isEmpty();
    }

    @Test
    void anEpisodeIsOverWhenItWasQuiet() {
        watch.refused(KEY, Limit.PACE);
        clock.move(Duration.ofMinutes(15));
        assertThat(watch.episodes(ACME)).hasSize(1);

        clock.move(Duration.ofSeconds(1));
        assertThat(watch.episodes(ACME)).isEmpty();
        watch.refused(KEY, Limit.PACE);
        assertThat(watch.episodes(ACME)).extracting(Episode::requests).containsExactly(1L);
    }

    @Test
    void onlySoManyAreRemembered() {
        for (int i = 0; i < 2 * RefusalWatch.MAX_EPISODES; i++) {
            watch.refused(new Sharer("acme", "visitor " + i), Limit.PACE);
        }

        assertThat(watch.episodes(ACME)).hasSize(RefusalWatch.MAX_EPISODES);
    }
}
