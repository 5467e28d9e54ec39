package org.weighhouse.adapter.camel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Makes Camel contexts that find their parts in OSGi as well as on a plain class path. */
public final class CamelContexts {

    private static final String COMPONENT_NAMESPACE = "camel.component";

    private CamelContexts() {}

    /**
     * A context that is built, not started. It sees the owner's bundle, this one, Camel's core and the components that
     * the owner's and this bundle's {@code camel.component} requirements are wired to; outside OSGi, whatever the owner
     * sees.
     *
     * @param owner a class of the adapter
     */
    public static CamelContext create(Class<?> owner, String name) {
        ClassLoader loader = loaderFor(owner);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            DefaultCamelContext context = new DefaultCamelContext(false);
            context.setApplicationContextClassLoader(loader);
            context.getCamelContextExtension().setName(name);
            // Bodies are passed on as they come, not kept.
            context.setStreamCaching(false);
            context.build();
            return context;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static ClassLoader loaderFor(Class<?> owner) {
        Set<Bundle> bundles = new LinkedHashSet<>();
        for (Class<?> part : List.of(owner, CamelContexts.class, DefaultCamelContext.class)) {
            Bundle bundle = FrameworkUtil.getBundle(part);
            if (bundle == null) {
                return owner.getClassLoader();
            }
            bundles.add(bundle);
        }
        Set<Bundle> providers = new LinkedHashSet<>();
        for (Bundle bundle : bundles) {
            for (BundleWire wire : bundle.adapt(BundleWiring.class).getRequiredWires(COMPONENT_NAMESPACE)) {
                providers.add(wire.getProvider().getBundle());
            }
        }
        bundles.addAll(providers);
        List<ClassLoader> loaders = new ArrayList<>();
        bundles.forEach(bundle -> loaders.add(bundle.adapt(BundleWiring.class).getClassLoader()));
        return new CompositeClassLoader(loaders);
    }
}
