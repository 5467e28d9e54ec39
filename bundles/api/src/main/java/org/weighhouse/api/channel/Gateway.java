package org.weighhouse.api.channel;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The door for bots, as those see it who watch over it. Thread-safe. */
@ProviderType
public interface Gateway {

    /** Host and port that it listens on, or is to. */
    String address();

    /** Why nobody gets in, a sentence that says what to do; empty while it listens. */
    Optional<String> problem();
}
