package org.weighhouse.health.internal;

import java.util.Optional;
import org.osgi.framework.Bundle;

/** A jar without a bundle's manifest, which Karaf wraps in silence: it is active, and does nothing. */
final class Wrapped {

    private Wrapped() {}

    static Optional<String> of(Bundle bundle) {
        return bundle.getLocation().startsWith("wrap:")
                ? Optional.of(
                        PartsCheck.named(bundle) + " was made of a jar without a bundle's manifest, so nothing in it is"
                                + " started. Build it with bnd-maven-plugin, as bundles/adapter-camel/README.md shows.")
                : Optional.empty();
    }
}
