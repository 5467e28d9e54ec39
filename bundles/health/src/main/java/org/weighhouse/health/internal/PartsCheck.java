package org.weighhouse.health.internal;

import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Whether every bundle of the product, and every one that was made for it, runs; and why not. */
@Component(property = {"hc.name=Parts", "hc.tags=weighhouse"})
public final class PartsCheck implements HealthCheck {

    private static final String OURS = "org.weighhouse.";
    private static final String IMPORTS = "Import-Package";

    private final BundleContext context;
    private final ServiceComponentRuntime components;

    @Activate
    public PartsCheck(BundleContext context, @Reference ServiceComponentRuntime components) {
        this.context = context;
        this.components = components;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<Bundle> parts = parts();
        log.info("Looked at {} bundles.", parts.size());
        for (Bundle bundle : parts) {
            Missing.of(bundle, context).forEach(log::critical);
            Inactive.of(bundle).ifPresent(log::critical);
            Components.of(bundle, components).forEach(log::critical);
            Wrapped.of(bundle).ifPresent(log::warn);
        }
        return new Result(log);
    }

    private List<Bundle> parts() {
        return Stream.of(context.getBundles()).filter(PartsCheck::isPart).toList();
    }

    private static boolean isPart(Bundle bundle) {
        String name = bundle.getSymbolicName() == null ? "" : bundle.getSymbolicName();
        String imports = bundle.getHeaders().get(IMPORTS);
        return name.startsWith(OURS) || imports != null && imports.contains(OURS);
    }

    /** As an admin finds it in {@code bundle:list}. */
    static String named(Bundle bundle) {
        return "Bundle " + bundle.getBundleId() + " (" + bundle.getSymbolicName() + ")";
    }
}
