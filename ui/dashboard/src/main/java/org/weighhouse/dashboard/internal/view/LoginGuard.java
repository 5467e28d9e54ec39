package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Comparator;
import java.util.List;
import org.weighhouse.dashboard.internal.security.LoggedInUser;
import org.weighhouse.dashboard.internal.security.LoginSession;
import org.weighhouse.dashboard.internal.security.UseWatch;

/**
 * Ties pages to the login that they are opened with, and bounds how many there are. Whoever is not logged in does not come this
 * far; a page whose login has ended shows no view any more.
 */
public final class LoginGuard implements VaadinServiceInitListener {

    /** Pages open at once with one login; one more ends the oldest, which loads itself anew when it is used. */
    static final int MAX_PAGES_OF_A_LOGIN = 30;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(new UseWatch());
        event.getSource().addSessionInitListener(init -> LoginSession.attach(init.getSession()));
        event.getSource().addUIInitListener(init -> {
            makeRoom(init.getUI());
            init.getUI().addBeforeEnterListener(LoginGuard::check);
        });
    }

    private static void makeRoom(UI added) {
        List<UI> others = added.getSession().getUIs().stream()
                .filter(page -> page != added && !page.isClosing())
                .sorted(Comparator.comparingInt(UI::getUIId))
                .toList();
        others.stream()
                .limit(Math.max(0, others.size() + 1 - MAX_PAGES_OF_A_LOGIN))
                .forEach(UI::close);
    }

    private static void check(BeforeEnterEvent event) {
        if (LoggedInUser.current().isEmpty()) {
            event.forwardToUrl("login");
        }
    }
}
