package org.weighhouse.adapter.camel;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Reads one streamed reply as it passes, decompressed. Used by one thread; keeps no more than it needs. */
@ConsumerType
public interface StreamReader {

    /**
     * Takes the next bytes.
     *
     * @param buffer is used again after the call
     * @return what the client gets of them now; what is held back comes with a later call
     */
    byte[] pass(byte[] buffer, int length);

    /** Whatever was held back when the stream ended. */
    byte[] end();

    /**
     * What happened, from the moment the stream told; the client gets nothing further before this is counted. {@link
     * Finding.Used} or {@link Finding.Unused}.
     */
    Optional<Finding> found();

    /**
     * What must have happened, judged by what was seen, for a stream that ended without telling: {@link Finding.Used}, or
     * {@link Finding.Unused} for one that told of an error and nothing else.
     */
    Finding estimate();
}
