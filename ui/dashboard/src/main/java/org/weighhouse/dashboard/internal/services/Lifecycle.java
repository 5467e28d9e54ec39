package org.weighhouse.dashboard.internal.services;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Lets go of other bundles' services when the web application ends. */
@WebListener
public final class Lifecycle implements ServletContextListener {
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        Services.close();
    }
}
