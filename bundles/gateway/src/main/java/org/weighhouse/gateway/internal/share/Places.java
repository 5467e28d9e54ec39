package org.weighhouse.gateway.internal.share;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.weighhouse.api.share.SharedPool;
import org.weighhouse.api.share.Sharer;

/**
 * The places of the door. Requests that are worked on have theirs together; whatever may last, streams and long polls,
 * has places of its own at each channel, so that any number of idle listeners keeps out nobody but other listeners.
 * Either are shared by workspaces and keys. Thread-safe.
 */
public final class Places {

    private final SharedPool ordinary;
    private final int streamsPerChannel;
    /** By id of a known channel, so that their number is bounded. */
    private final Map<String, SharedPool> streams = new ConcurrentHashMap<>();

    public Places(int ordinary, int streamsPerChannel) {
        this.ordinary = new SharedPool(ordinary);
        this.streamsPerChannel = streamsPerChannel;
    }

    /** The place of one exchange, if it got one. Used by one thread. */
    public final class Held implements AutoCloseable {
        private final Sharer sharer;
        private final String channel;
        private final SharedPool.Answer answer;
        private SharedPool.Part part;
        private boolean lasting;

        private Held(Sharer sharer, String channel, boolean lasting) {
            this.sharer = sharer;
            this.channel = channel;
            this.lasting = lasting;
            this.part = (lasting ? streamsOf(channel) : ordinary).open(sharer);
            this.answer = part.take(1);
        }

        public SharedPool.Answer answer() {
            return answer;
        }

        /** Takes one of the channel's places for streams, then gives the ordinary one back; else it stays as it was. */
        public SharedPool.Answer last() {
            if (lasting) {
                return SharedPool.Answer.TAKEN;
            }
            SharedPool.Part stream = streamsOf(channel).open(sharer);
            SharedPool.Answer got = stream.take(1);
            if (got == SharedPool.Answer.TAKEN) {
                part.close();
                part = stream;
                lasting = true;
            }
            return got;
        }

        @Override
        public void close() {
            part.close();
        }
    }

    /** @param mayWait whether it takes a stream's place from the start */
    public Held enter(Sharer sharer, String channel, boolean mayWait) {
        return new Held(sharer, channel, mayWait);
    }

    public SharedPool ordinary() {
        return ordinary;
    }

    /** How many streams and long polls each channel has now; channels that never had one are left out. */
    public Map<String, Long> streams() {
        Map<String, Long> counts = new TreeMap<>();
        streams.forEach((channel, places) -> counts.put(channel, places.used()));
        return counts;
    }

    private SharedPool streamsOf(String channel) {
        return streams.computeIfAbsent(channel, any -> new SharedPool(streamsPerChannel));
    }
}
