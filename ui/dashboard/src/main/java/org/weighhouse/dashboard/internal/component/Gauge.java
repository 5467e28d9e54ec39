package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.Locale;
import org.weighhouse.dashboard.internal.data.Indicator;

/** A ring that shows how much of a limit is used. Hidden from screen readers: its card says the same in words. */
@Tag("wh-gauge")
@NpmPackage(value = Charts.LIBRARY, version = Charts.VERSION)
@JsModule("./elements/wh-gauge.ts")
final class Gauge extends Component {

    Gauge() {
        getElement().setAttribute("aria-hidden", "true");
    }

    void show(Indicator indicator, Locale locale) {
        getElement().setProperty("language", locale.toLanguageTag());
        getElement().setProperty("percent", indicator.percent());
        getElement().setProperty("level", indicator.level().name().toLowerCase(Locale.ROOT));
    }
}
