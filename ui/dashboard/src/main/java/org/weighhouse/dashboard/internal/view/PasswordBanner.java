package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import org.weighhouse.dashboard.internal.component.Icon;
import org.weighhouse.dashboard.internal.security.LoggedInUser;

/** Asks on every page to change a password that somebody else made up. */
final class PasswordBanner extends Div {

    private Optional<Registration> changes = Optional.empty();

    PasswordBanner() {
        setId("must-change");
        addClassName("wh-banner");
        getElement().setAttribute("role", "status");
    }

    /** The password was changed in this tab. */
    static final class Changed extends ComponentEvent<UI> {
        private static final long serialVersionUID = 1L;

        Changed(UI ui) {
            super(ui, false);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        changes = Optional.of(ComponentUtil.addListener(event.getUI(), Changed.class, changed -> show()));
        show();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        changes.ifPresent(Registration::remove);
    }

    private void show() {
        removeAll();
        if (LoggedInUser.current().map(LoggedInUser::mustChange).orElse(false)) {
            RouterLink change = new RouterLink("Choose your own", AccountView.class);
            Div line = new Div(
                    Icon.WATCH.create(),
                    new Span(new Span("Your password was made up for you. "), change, new Span(".")));
            line.addClassName("wh-banner-line");
            line.addClassName("wh-banner-calm");
            add(line);
        }
    }
}
