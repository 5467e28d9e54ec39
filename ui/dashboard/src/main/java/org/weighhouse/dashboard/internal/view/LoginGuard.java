package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.weighhouse.dashboard.internal.security.LoggedInUser;
import org.weighhouse.dashboard.internal.security.UseWatch;

/** Nobody sees any view but the login before they logged in. The address stays, so that its view opens afterwards. */
public final class LoginGuard implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(new UseWatch());
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(LoginGuard::check));
    }

    private static void check(BeforeEnterEvent event) {
        if (LoggedInUser.current().isEmpty() && event.getNavigationTarget() != LoginView.class) {
            LoginView.remember(event.getUI(), event.getLocation());
            event.rerouteTo(LoginView.class);
        }
    }
}
