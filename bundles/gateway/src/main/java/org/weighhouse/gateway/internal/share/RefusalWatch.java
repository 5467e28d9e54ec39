package org.weighhouse.gateway.internal.share;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.share.ShareWatch;
import org.weighhouse.api.share.Sharer;
import org.weighhouse.gateway.internal.http.Limit;

/** Remembers refusals, those of the kinds heard of last. Thread-safe. */
public final class RefusalWatch implements ShareWatch {

    /** Most episodes of all workspaces together that are remembered. */
    static final int MAX_EPISODES = 4_096;

    private record Kind(Sharer sharer, Limit limit) {}

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    /** The one longest quiet first. */
    private final Map<Kind, Episode> episodes = new LinkedHashMap<>(16, 0.75f, true);

    public RefusalWatch(Clock clock) {
        this.clock = clock;
    }

    public void refused(Sharer sharer, Limit limit) {
        Instant now = clock.instant();
        Kind kind = new Kind(sharer, limit);
        lock.lock();
        try {
            Episode before = episodes.get(kind);
            boolean goesOn = before != null && !isOver(before, now);
            episodes.put(
                    kind,
                    new Episode(
                            sharer.member(),
                            limit.overShare(),
                            goesOn ? before.requests() + 1 : 1,
                            goesOn ? before.since() : now,
                            now));
            if (episodes.size() > MAX_EPISODES) {
                episodes.remove(episodes.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Episode> episodes(WorkspaceId workspace) {
        Instant now = clock.instant();
        lock.lock();
        try {
            return episodes.entrySet().stream()
                    .filter(each -> each.getKey().sharer().group().equals(workspace.value()))
                    .map(Map.Entry::getValue)
                    .filter(each -> !isOver(each, now))
                    .sorted(Comparator.comparingLong(Episode::requests).reversed())
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private static boolean isOver(Episode episode, Instant now) {
        return now.isAfter(episode.last().plus(QUIET));
    }
}
