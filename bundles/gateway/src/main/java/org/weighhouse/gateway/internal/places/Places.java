package org.weighhouse.gateway.internal.places;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The places of the door. Requests that are worked on have theirs together; whatever may last, streams and long polls,
 * has places of its own at each channel, so that any number of idle listeners keeps out nobody but other listeners.
 * Thread-safe.
 */
public final class Places {

    private final InFlight ordinary;
    private final int streamsPerChannel;
    /** By id of a known channel, so that their number is bounded. */
    private final Map<String, InFlight> streams = new ConcurrentHashMap<>();

    public Places(InFlight ordinary, int streamsPerChannel) {
        this.ordinary = ordinary;
        this.streamsPerChannel = streamsPerChannel;
    }

    /** The place of one exchange. Used by one thread. */
    public final class Held implements AutoCloseable {
        private final String channel;
        private InFlight.Place place;
        private boolean lasting;

        private Held(String channel, InFlight.Place place, boolean lasting) {
            this.channel = channel;
            this.place = place;
            this.lasting = lasting;
        }

        /**
         * Takes one of the channel's places for streams, then gives the ordinary one back.
         *
         * @return false if there is none; the place stays as it was
         */
        public boolean last() {
            if (lasting) {
                return true;
            }
            Optional<InFlight.Place> free = streamsOf(channel).enter();
            free.ifPresent(taken -> {
                place.close();
                place = taken;
                lasting = true;
            });
            return free.isPresent();
        }

        @Override
        public void close() {
            place.close();
        }
    }

    /** @param mayWait whether it takes a stream's place from the start */
    public Optional<Held> enter(String channel, boolean mayWait) {
        InFlight kind = mayWait ? streamsOf(channel) : ordinary;
        return kind.enter().map(place -> new Held(channel, place, mayWait));
    }

    public InFlight ordinary() {
        return ordinary;
    }

    /** How many streams and long polls each channel has now; channels that never had one are left out. */
    public Map<String, Integer> streams() {
        Map<String, Integer> counts = new TreeMap<>();
        streams.forEach((channel, places) -> counts.put(channel, places.count()));
        return counts;
    }

    private InFlight streamsOf(String channel) {
        return streams.computeIfAbsent(channel, any -> new InFlight(streamsPerChannel));
    }
}
