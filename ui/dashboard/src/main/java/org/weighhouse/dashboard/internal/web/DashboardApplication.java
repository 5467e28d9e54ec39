package org.weighhouse.dashboard.internal.web;

import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.communication.JSR356WebsocketInitializer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;
import org.weighhouse.dashboard.internal.gate.Gate;
import org.weighhouse.dashboard.internal.gate.LoginServlet;
import org.weighhouse.dashboard.internal.services.Services;

/** What the web application is made of; served by the door, which knows it by the property. */
@Component(service = ServletContainerInitializer.class, property = "org.weighhouse.web=dashboard")
public final class DashboardApplication implements ServletContainerInitializer {

    private static final String VAADIN = "com.vaadin.";

    /** @param none in a bundle nobody looks for classes but ourselves */
    @Override
    public void onStartup(Set<Class<?>> none, ServletContext context) throws ServletException {
        context.addListener(new End());
        FilterRegistration.Dynamic gate = context.addFilter("gate", new Gate());
        gate.setAsyncSupported(true);
        gate.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        serve(context, "login", new LoginServlet(), LoginServlet.PATH);
        serve(context, "pages", new VaadinServlet(), "/*").setLoadOnStartup(1);
        startVaadin(context);
    }

    private static ServletRegistration.Dynamic serve(
            ServletContext context, String name, Servlet servlet, String mapping) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        registration.setAsyncSupported(true);
        registration.addMapping(mapping);
        return registration;
    }

    /** What Vaadin leaves to a container that scans: each of its initializers gets the classes that it handles. */
    private static void startVaadin(ServletContext context) throws ServletException {
        Set<Class<?>> classes = new HashSet<>(BundleClasses.of(FrameworkUtil.getBundle(DashboardApplication.class)));
        classes.add(LookupInitializer.class);
        for (ServletContainerInitializer each :
                ServiceLoader.load(ServletContainerInitializer.class, DashboardApplication.class.getClassLoader())) {
            if (each.getClass().getName().startsWith(VAADIN)) {
                each.onStartup(BundleClasses.handledBy(each, classes), context);
            }
        }
        new JSR356WebsocketInitializer().init(context);
    }

    /** Lets go of other bundles' services, and of open pushes. */
    private static final class End implements ServletContextListener {
        @Override
        public void contextDestroyed(ServletContextEvent event) {
            new JSR356WebsocketInitializer().contextDestroyed(event);
            Services.close();
        }
    }
}
