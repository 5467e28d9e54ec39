package org.weighhouse.health.internal;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;

/** A bundle that has all it needs and was not started, or did not start. */
final class Inactive {

    private Inactive() {}

    static Optional<String> of(Bundle bundle) {
        boolean fragment = (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        return bundle.getState() == Bundle.RESOLVED && !fragment
                ? Optional.of(PartsCheck.named(bundle) + " is not started. Do: bundle:start " + bundle.getBundleId())
                : Optional.empty();
    }
}
