package org.weighhouse.health.internal;

import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Services as they are at the moment somebody looks: that one is missing is what a check is for. */
record Found(BundleContext context) {

    /** Asks a service; empty if there is none. */
    <S, T> Optional<T> ask(Class<S> type, Function<S, T> question) {
        ServiceReference<S> reference = context.getServiceReference(type);
        if (reference == null) {
            return Optional.empty();
        }
        Optional<S> service = Optional.ofNullable(context.getService(reference));
        try {
            return service.map(question);
        } finally {
            context.ungetService(reference);
        }
    }
}
