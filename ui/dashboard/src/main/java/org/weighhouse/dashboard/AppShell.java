package org.weighhouse.dashboard;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;

/** What holds for every page. Requests go over XHR, because a WebSocket cannot carry a new session id at login. */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Lumo.STYLESHEET)
@NpmPackage(value = "@fontsource-variable/inter", version = "5.3.0")
@CssImport("@fontsource-variable/inter/index.css")
public final class AppShell implements AppShellConfigurator {

    /** Before the first paint: the colours this browser chose, else the system's. */
    private static final String SCHEME = "document.documentElement.style.colorScheme ="
            + " localStorage.getItem('weighhouse-theme') ?? 'light dark';";

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addInlineWithContents(Inline.Position.PREPEND, SCHEME, Inline.Wrapping.JAVASCRIPT);
        StyleSheets.addTo(settings);
        settings.addFavIcon("icon", "icon.svg", "any");
        settings.addMetaTag("theme-color", "#4353D9");
        settings.addMetaTag("description", "Weighs what bots send and think: message credits and AI tokens.");
    }
}
