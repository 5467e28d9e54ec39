package org.weighhouse.dashboard.internal.services;

import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.weighhouse.api.Subscription;

/** The best service of a type, if there is one now, and a subscription to each that comes. Thread-safe. */
final class TrackedService<S> {

    private record Tracked<S>(S service, Subscription subscription) {}

    private final ServiceTracker<S, Tracked<S>> tracker;

    /**
     * @param subscribe listens to a service that came
     * @param changed called after a service came or went
     */
    TrackedService(
            BundleContext context, Class<S> type, BiFunction<S, Runnable, Subscription> subscribe, Runnable changed) {
        tracker = new ServiceTracker<>(context, type, new ServiceTrackerCustomizer<S, Tracked<S>>() {
            @Override
            public Tracked<S> addingService(ServiceReference<S> reference) {
                S service = context.getService(reference);
                Tracked<S> tracked = new Tracked<>(service, subscribe.apply(service, changed));
                changed.run();
                return tracked;
            }

            @Override
            public void modifiedService(ServiceReference<S> reference, Tracked<S> tracked) {
                changed.run();
            }

            @Override
            public void removedService(ServiceReference<S> reference, Tracked<S> tracked) {
                tracked.subscription().close();
                context.ungetService(reference);
                changed.run();
            }
        });
        tracker.open();
    }

    Optional<S> get() {
        return Optional.ofNullable(tracker.getService()).map(Tracked::service);
    }

    void close() {
        tracker.close();
    }
}
