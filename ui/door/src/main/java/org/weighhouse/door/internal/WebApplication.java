package org.weighhouse.door.internal;

import jakarta.servlet.ServletContainerInitializer;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContainerInitializerHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.ee10.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.util.component.Environment;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.resource.URLResourceFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Makes a servlet context out of a bundle: its classes, its files, and what its initializer adds. */
final class WebApplication {

    private static final String[] NOT_SERVED = {"/WEB-INF", "/META-INF", "/OSGI-INF", "/OSGI-OPT"};

    /** Jetty's name for its servlet environment. */
    private static final String SERVLETS = "ee10";

    static {
        // Files are also found again by the addresses that Felix has for them, of a scheme that Jetty does not know by
        // itself.
        ResourceFactory.registerResourceFactory("bundle", new URLResourceFactory());
    }

    private WebApplication() {}

    /**
     * When Jetty's servlet bundle is wired anew, its core still knows the class loader of the one before, and lets no context be
     * made by another.
     */
    private static void forgetFormerJetty() {
        Optional.ofNullable(Environment.get(SERVLETS))
                .filter(known -> known.getClassLoader() != ServletContextHandler.class.getClassLoader())
                .ifPresent(former -> Environment.removeAll());
    }

    static ServletContextHandler of(ServletContainerInitializer application, Bundle bundle) {
        forgetFormerJetty();
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        context.setDisplayName(bundle.getSymbolicName());
        context.setClassLoader(bundle.adapt(BundleWiring.class).getClassLoader());
        context.setBaseResource(BundleFile.root(bundle));
        context.setProtectedTargets(NOT_SERVED);
        sessions(context.getSessionHandler());
        // First, for the application asks for it.
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        context.addServletContainerInitializer(new ServletContainerInitializerHolder(application));
        return context;
    }

    /** No session's name is ever in an address, where it would be in histories and logs. */
    private static void sessions(SessionHandler sessions) {
        sessions.setHttpOnly(true);
        sessions.setSameSite(HttpCookie.SameSite.LAX);
        sessions.setUsingCookies(true);
        sessions.setSessionIdPathParameterName(null);
    }
}
