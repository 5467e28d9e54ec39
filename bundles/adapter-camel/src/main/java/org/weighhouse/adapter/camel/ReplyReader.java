package org.weighhouse.adapter.camel;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Finds in one call's reply what really happened. Asked for successful replies only, by one thread. */
@ConsumerType
public interface ReplyReader {

    /** @param body the whole reply, decompressed; not to be changed */
    Finding whole(ReplyHead head, byte[] body);

    /** A reader for a reply that is passed on while it comes in; empty if it is to be read as a whole. */
    default Optional<StreamReader> stream(ReplyHead head) {
        return Optional.empty();
    }
}
