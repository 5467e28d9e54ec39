package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import org.weighhouse.dashboard.internal.component.Icon;
import org.weighhouse.dashboard.internal.component.Logo;
import org.weighhouse.dashboard.internal.security.LoggedInUser;
import org.weighhouse.dashboard.internal.security.LoginService;
import org.weighhouse.dashboard.internal.security.Needs;

/** The frame of all pages: menu on the left, workspace and user on top. */
public final class MainLayout extends AppLayout {

    public MainLayout() {
        setPrimarySection(Section.DRAWER);
        RouterLink home = new RouterLink();
        home.setRoute(DashboardView.class);
        home.add(new Logo());
        home.addClassName("wh-home");
        home.getElement().setAttribute("aria-label", "Weighhouse, to the dashboard");
        Nav start = new Nav(home);
        start.getElement().setAttribute("aria-label", "Start");
        addToDrawer(start, menu());
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Menu");
        Div space = new Div();
        space.addClassName("wh-space");
        Header top = new Header(toggle, new WorkspacePicker(), space, user(), logout());
        top.addClassName("wh-top");
        Div masthead = new Div(new LedgerBanner(), new PasswordBanner(), top);
        masthead.addClassName("wh-masthead");
        addToNavbar(masthead);
    }

    private static SideNav menu() {
        SideNav menu = new SideNav();
        menu.getElement().setAttribute("aria-label", "Main menu");
        menu.addItem(
                item("Dashboard", DashboardView.class, Icon.DASHBOARD),
                item("Usage", UsageView.class, Icon.USAGE),
                item("Campaigns", CampaignsView.class, Icon.CAMPAIGNS),
                item("Reports", ReportsView.class, Icon.REPORTS),
                item("Alerts", AlertsView.class, Icon.ALERTS),
                item("Plan & credits", PlanView.class, Icon.PLAN),
                item("Channels", ChannelsView.class, Icon.CHANNELS),
                item("Settings", SettingsView.class, Icon.SETTINGS));
        if (mayOpen(AuditView.class)) {
            menu.addItem(item("Audit trail", AuditView.class, Icon.AUDIT));
        }
        return menu;
    }

    /** Whether there is a workspace in which the user may see the page. */
    private static boolean mayOpen(Class<? extends Component> page) {
        return LoggedInUser.current()
                .filter(user -> user.access().mayAnywhere(Needs.Of.page(page)))
                .isPresent();
    }

    private static SideNavItem item(String name, Class<? extends Component> view, Icon icon) {
        SideNavItem item = new SideNavItem(name, view, icon.create());
        item.setId("nav-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
        return item;
    }

    private static Component user() {
        String name = LoggedInUser.current().map(LoggedInUser::name).orElse("");
        Span initial = new Span(name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT));
        initial.addClassName("wh-avatar");
        initial.getElement().setAttribute("aria-hidden", "true");
        Span text = new Span(name);
        text.setId("user-name");
        RouterLink user = new RouterLink();
        user.setRoute(AccountView.class);
        user.add(initial, text);
        user.addClassName("wh-user");
        user.getElement().setAttribute("title", "Your account");
        return user;
    }

    private static Component logout() {
        NativeButton button = new NativeButton();
        button.add(Icon.LOGOUT.create(), new Span("Log out"));
        button.setId("logout");
        button.addClassName("wh-plain-button");
        button.getElement().setAttribute("aria-label", "Log out");
        button.addClickListener(click -> {
            button.getUI().ifPresent(ui -> ui.getPage().setLocation("login"));
            LoginService.logout();
        });
        return button;
    }
}
