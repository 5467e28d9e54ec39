package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Light, dark or as the system; the browser remembers. */
@Tag("wh-theme-switch")
@JsModule("./elements/wh-theme-switch.ts")
public final class ThemeSwitch extends Component {}
