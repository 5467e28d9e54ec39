package org.weighhouse.shell.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.osgi.framework.BundleContext;
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

    @Override
    public void close() {
        used.forEach(bundle::ungetService);
        used.clear();
    }
}
