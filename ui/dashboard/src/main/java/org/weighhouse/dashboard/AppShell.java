package org.weighhouse.dashboard;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.server.LoadDependenciesOnStartup;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;
import org.weighhouse.dashboard.internal.component.Look;

/** What holds for every page. Requests go over XHR, so that each of them passes the gate. */
@LoadDependenciesOnStartup
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Lumo.STYLESHEET)
@NpmPackage(value = "@fontsource-variable/inter", version = "5.3.0")
@CssImport("@fontsource-variable/inter/index.css")
public final class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addInlineWithContents(Inline.Position.PREPEND, Look.SCHEME, Inline.Wrapping.JAVASCRIPT);
        Look.styleSheets(VaadinService.getCurrent()::getResourceAsStream)
                .forEach(sheet -> settings.addLink("stylesheet", sheet));
        settings.addFavIcon("icon", "icon.svg", "any");
        settings.addMetaTag("theme-color", "#4353D9");
        settings.addMetaTag("description", "Weighs what bots send and think: message credits and AI tokens.");
    }
}
