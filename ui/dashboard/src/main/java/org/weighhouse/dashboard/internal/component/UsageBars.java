package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import java.util.Locale;

/** The drawn part of {@link UsageChart}: stacked bars. */
@Tag("wh-usage-chart")
@NpmPackage(value = Charts.LIBRARY, version = Charts.VERSION)
@JsModule("./elements/wh-usage-chart.ts")
public final class UsageBars extends Component {

    /**
     * As the browser gets it; plain numbers, for they are only drawn and shown to six decimals.
     *
     * @param key what tells it from others, whatever they are called
     */
    public record Series(String key, String name, String color, List<Double> values) {}

    /** @param whole whether its numbers are of things that come whole */
    public record Data(List<String> labels, List<Series> series, String noun, boolean whole) {}

    UsageBars() {
        getElement().setAttribute("role", "img");
    }

    /** @param spoken what is heard in place of the picture */
    void show(Data data, Locale locale, String spoken) {
        getElement().setProperty("language", locale.toLanguageTag());
        getElement().setAttribute("aria-label", spoken);
        getElement().setPropertyBean("data", data);
    }
}
