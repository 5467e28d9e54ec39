package org.weighhouse.catalog.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.Subscription;

/** Callbacks to be told of changes; one that fails does not keep the others from hearing. Thread-safe. */
final class Listeners<L> {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Registration<L>> registrations = new CopyOnWriteArrayList<>();

    Subscription add(L listener) {
        Registration<L> registration = new Registration<>(listener);
        registrations.add(registration);
        return () -> registrations.remove(registration);
    }

    /** @param call calls one listener */
    void tell(Consumer<L> call) {
        for (Registration<L> registration : registrations) {
            try {
                call.accept(registration.listener);
            } catch (RuntimeException e) {
                LOG.error("A listener to changes failed", e);
            }
        }
    }

    /** Not a record: the same listener may be registered twice, and each registration ends on its own. */
    private static final class Registration<L> {
        private final L listener;

        Registration(L listener) {
            this.listener = listener;
        }
    }
}
