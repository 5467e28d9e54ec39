package org.weighhouse.catalog.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.Subscription;

/** Callbacks to be told of changes; one that fails does not keep the others from hearing. Thread-safe. */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Registration> registrations = new CopyOnWriteArrayList<>();

    Subscription add(Runnable listener) {
        Registration registration = new Registration(listener);
        registrations.add(registration);
        return () -> registrations.remove(registration);
    }

    void tell() {
        for (Registration registration : registrations) {
            try {
                registration.listener.run();
            } catch (RuntimeException e) {
                LOG.error("A listener to changes failed", e);
            }
        }
    }

    /** Not a record: the same listener may be registered twice, and each registration ends on its own. */
    private static final class Registration {
        private final Runnable listener;

        Registration(Runnable listener) {
            this.listener = listener;
        }
    }
}
