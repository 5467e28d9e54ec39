package org.weighhouse.adapter.ai;

import org.osgi.annotation.versioning.ConsumerType;
import org.weighhouse.adapter.camel.Finding;

/** Understands what one provider's reply says, given as JSON: the events of a stream, or a plain reply as one event. */
@ConsumerType
public interface EventReader extends JsonScanner.Sink {

    /**
     * An event is over.
     *
     * @param type as the stream names it; empty if it does not
     * @return whether the client gets it
     */
    boolean ended(String type);

    /** Whether the stream said that nothing follows that matters. */
    boolean isComplete();

    /** What has happened, judged by everything until now. */
    Finding finding();
}
