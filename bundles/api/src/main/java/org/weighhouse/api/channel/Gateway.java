package org.weighhouse.api.channel;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The door for bots, as those see it who watch over it. Thread-safe. */
@ProviderType
public interface Gateway {

    /** Where it listens, or is to, such as {@code https://127.0.0.1:8080}. */
    String url();

    /** Why nobody gets in, a sentence that says what to do; empty while it listens. */
    Optional<String> problem();
}
