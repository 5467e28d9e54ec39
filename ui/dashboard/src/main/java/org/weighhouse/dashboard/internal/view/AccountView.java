package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weighhouse.api.access.Access;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.TooManyLoginsException;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.dashboard.internal.component.Facts;
import org.weighhouse.dashboard.internal.component.Panel;
import org.weighhouse.dashboard.internal.security.LoggedInUser;
import org.weighhouse.dashboard.internal.security.LoginService;
import org.weighhouse.dashboard.internal.services.Services;

/** Who one is, what one may do, and one's own password. */
@Route(value = "account", layout = MainLayout.class)
@PageTitle("Your account · Weighhouse")
public final class AccountView extends Main {

    private final PasswordField present = field("account-current", "Present password", "current-password");
    private final PasswordField fresh = field("account-new", "New password", "new-password");
    private final PasswordField repeat = field("account-repeat", "New password once more", "new-password");
    private final Button save = new Button("Change password", click -> change());
    private final Paragraph result = new Paragraph();

    public AccountView() {
        addClassName("wh-view");
        Paragraph subtitle = new Paragraph("Who you are here, what you may do, and your password");
        subtitle.addClassName("wh-subtitle");
        Div head = new Div(new H1("Your account"), subtitle);
        head.addClassName("wh-view-head");
        Div content = new Div();
        content.addClassName("wh-content");
        LoggedInUser.current().ifPresent(user -> content.add(new Panel("You", facts(user)), password(user)));
        add(head, content);
    }

    private static Facts facts(LoggedInUser user) {
        Facts facts = new Facts("account-facts");
        facts.show("User name", user.name());
        facts.show("You may", roles(user.access()));
        return facts;
    }

    private Panel password(LoggedInUser user) {
        if (user.known().isEmpty()) {
            return new Panel(
                    "Password", new Paragraph("It is kept by the directory that you log in with: change it there."));
        }
        Paragraph rule = new Paragraph(
                "At least " + Users.MIN_PASSWORD
                        + " characters; a few words that have nothing to do with each other are good. Your other sessions end.");
        rule.addClassName("wh-muted");
        save.setId("account-save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        result.setId("account-result");
        result.getElement().setAttribute("role", "alert");
        Div form = new Div(rule, present, fresh, repeat, result, save);
        form.addClassName("wh-form");
        return new Panel("Password", form);
    }

    private void change() {
        Optional<String> refused = refusal();
        result.setText(refused.orElse("Your password was changed."));
        result.setClassName("wh-problem", refused.isPresent());
        if (refused.isEmpty()) {
            present.clear();
            fresh.clear();
            repeat.clear();
        }
        save.setEnabled(true);
    }

    /** Changes it, or says why not. */
    private Optional<String> refusal() {
        Optional<LoggedInUser> user = LoggedInUser.current();
        Optional<Users> users = Services.get().users();
        if (user.isEmpty() || users.isEmpty()) {
            return Optional.of("Part of Weighhouse is restarting. Try again in a moment.");
        }
        if (!fresh.getValue().equals(repeat.getValue())) {
            return Optional.of("The two new passwords are not the same.");
        }
        try {
            String name = user.get().name();
            if (users.get().authenticate(name, new Secret(present.getValue())).isEmpty()) {
                return Optional.of("This is not your present password.");
            }
            Secret password = new Secret(fresh.getValue());
            LoginService.changePassword(() -> users.get().setPassword(name, password, false));
            getUI().ifPresent(ui -> ComponentUtil.fireEvent(ui, new PasswordBanner.Changed(ui)));
            return Optional.empty();
        } catch (IllegalArgumentException | TooManyLoginsException refused) {
            String why = refused.getMessage();
            return Optional.of(Character.toUpperCase(why.charAt(0)) + why.substring(1));
        }
    }

    private static PasswordField field(String id, String label, String autocomplete) {
        PasswordField field = new PasswordField(label);
        field.setId(id);
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }

    /** In words, such as "look at demo". */
    static String roles(Access access) {
        return access.roles().stream().sorted().map(AccountView::words).collect(Collectors.joining(", "));
    }

    private static String words(Assignment role) {
        String where = role.workspace().map(Object::toString).orElse("");
        return switch (role.role()) {
            case ADMIN -> "do everything";
            case OPERATOR -> "look after the installation";
            case MANAGER -> "run " + where;
            case VIEWER -> "look at " + where;
        };
    }
}
