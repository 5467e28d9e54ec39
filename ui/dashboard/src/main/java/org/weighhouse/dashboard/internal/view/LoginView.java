package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import org.weighhouse.dashboard.internal.component.Logo;
import org.weighhouse.dashboard.internal.security.LoggedInUser;
import org.weighhouse.dashboard.internal.security.LoginService;
import org.weighhouse.dashboard.internal.security.LoginService.Outcome;

/** Name and password, then on to the page that was wanted. */
@Route("login")
@PageTitle("Log in · Weighhouse")
public final class LoginView extends Main implements BeforeEnterObserver {

    private final TextField name = new TextField("User name");
    private final PasswordField password = new PasswordField("Password");
    private final Button submit = new Button("Log in", click -> submit());
    private final Paragraph problem = new Paragraph();

    /** Where somebody wanted to go who had to log in first. */
    private record Wanted(String address) {}

    public LoginView() {
        addClassName("wh-login");
        name.setId("login-user");
        name.setAutofocus(true);
        name.getElement().setAttribute("autocomplete", "username");
        name.getElement().setAttribute("autocapitalize", "none");
        password.setId("login-password");
        password.getElement().setAttribute("autocomplete", "current-password");
        submit.setId("login-submit");
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickShortcut(Key.ENTER).setResetFocusOnActiveElement(true);
        problem.setId("login-error");
        problem.addClassName("wh-problem");
        problem.getElement().setAttribute("role", "alert");
        Paragraph sentence =
                new Paragraph("The scale for what your bots send and think: message credits and AI tokens.");
        sentence.addClassName("wh-muted");
        Div card = new Div(new Logo(), new H1("Log in"), sentence, name, password, problem, submit);
        card.addClassName("wh-login-card");
        add(card);
    }

    /** Keeps an address of this server, for after the login. */
    static void remember(UI ui, Location location) {
        // No slash may follow the first one: that would be an address of another host.
        String address = "/" + location.getPathWithQueryParameters().replaceFirst("^[/\\\\]+", "");
        ComponentUtil.setData(ui, Wanted.class, new Wanted(address));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (LoggedInUser.current().isPresent()) {
            event.forwardTo(DashboardView.class);
        }
        problem.setText(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("ended")
                .map(LoginView::ended)
                .orElse(""));
    }

    /** Why somebody is here again; for words that are none of ours, nothing. */
    static String ended(String reason) {
        return switch (reason) {
            case "idle" -> "You were logged out because nothing was done for a while.";
            case "too_old" -> "You were logged out because the login was a day old.";
            case "ended_by_somebody" -> "Your session was ended by an administrator.";
            case "user_changed" -> "You were logged out because your account or password was changed.";
            case "too_many" -> "You were logged out because you logged in at too many other places.";
            default -> "";
        };
    }

    private void submit() {
        switch (LoginService.login(name.getValue().strip(), password.getValue())) {
            // A fresh page, for the session has a new id.
            case Outcome.LoggedIn in -> goOn(UI.getCurrent());
            case Outcome.NoRole none -> refuse("Your account has no role yet. Ask an administrator for one.");
            case Outcome.WrongPassword wrong -> refuse("That user name and password do not match.");
            case Outcome.TooMany tooMany ->
                refuse("Too many attempts. Try again in "
                        + Math.max(1, tooMany.left().plusMillis(999).toSeconds()) + " s.");
        }
    }

    private static void goOn(UI ui) {
        Wanted wanted = ComponentUtil.getData(ui, Wanted.class);
        ui.getPage().setLocation(wanted == null ? "/" : wanted.address());
    }

    private void refuse(String why) {
        problem.setText(why);
        password.clear();
        password.focus();
        submit.setEnabled(true);
    }
}
