package org.weighhouse.shell.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.karaf.shell.support.CommandException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * The services one command uses, looked up when it runs. Injected ones would take all commands away, {@code status}
 * too, as soon as one service is missing.
 */
final class Services implements AutoCloseable {

    private final BundleContext bundle;
    private final List<ServiceReference<?>> used = new ArrayList<>();

    Services(BundleContext bundle) {
        this.bundle = bundle;
    }

    <T> Optional<T> find(Class<T> type) {
        ServiceReference<T> reference = bundle.getServiceReference(type);
        if (reference == null) {
            return Optional.empty();
        }
        Optional<T> service = Optional.ofNullable(bundle.getService(reference));
        service.ifPresent(found -> used.add(reference));
        return service;
    }

    /** @throws CommandException if it is not there, in words for the operator */
    <T> T need(Class<T> type) throws CommandException {
        return find(type)
                .orElseThrow(() -> new CommandException("the " + type.getSimpleName()
                        + " service is not running; see weighhouse:status and log:display"));
    }

    /** Hands over every service of a type that a filter takes. */
    <T> void each(Class<T> type, String filter, BiConsumer<ServiceReference<T>, T> taker) {
        try {
            for (ServiceReference<T> reference : bundle.getServiceReferences(type, filter)) {
                T service = bundle.getService(reference);
                if (service != null) {
                    used.add(reference);
                    taker.accept(reference, service);
                }
            }
        } catch (InvalidSyntaxException mistake) {
            throw new IllegalStateException("filters are written by us", mistake);
        }
    }

    @Override
    public void close() {
        used.forEach(bundle::ungetService);
        used.clear();
    }
}
