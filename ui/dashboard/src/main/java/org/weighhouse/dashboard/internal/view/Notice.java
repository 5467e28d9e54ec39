package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.weighhouse.dashboard.internal.component.Icon;

/** A calm word about why there is nothing new, or nothing at all, to see. */
final class Notice extends Div {

    Notice() {
        setId("notice");
        addClassName("wh-notice");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void hide() {
        setVisible(false);
    }

    void away() {
        say(Icon.WATCH, "Part of Weighhouse is restarting", "The numbers go on by themselves in a moment.");
    }

    void noWorkspace() {
        say(
                Icon.INFINITY,
                "No workspace to show yet",
                "Ask an administrator to give you the role of a workspace, or to create the first one.");
    }

    void forbidden() {
        say(
                Icon.INFINITY,
                "This page is for those who manage the workspace",
                "Choose a workspace that you manage, or ask an administrator for the role.");
    }

    private void say(Icon icon, String title, String detail) {
        removeAll();
        add(icon.create(), new Div(new Span(title), new Paragraph(detail)));
        setVisible(true);
    }
}
