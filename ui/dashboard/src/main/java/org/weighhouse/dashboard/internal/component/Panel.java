package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;

/** A titled part of a page, with room for controls beside its title. */
public final class Panel extends Section {

    private final Div controls = new Div();

    public Panel(String title, Component... content) {
        addClassName("wh-panel");
        controls.addClassName("wh-panel-controls");
        H2 heading = new H2(title);
        Header header = new Header(heading, controls);
        add(header);
        add(content);
        getElement().setAttribute("aria-label", title);
    }

    public Panel withControls(Component... components) {
        controls.add(components);
        return this;
    }

    public Panel withId(String id) {
        setId(id);
        return this;
    }
}
