package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.html.DescriptionList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Names and values, one under the other. */
public final class Facts extends DescriptionList {

    private final String id;
    private final Map<String, Description> values = new LinkedHashMap<>();

    public Facts(String id) {
        this.id = id;
        setId(id);
        addClassName("wh-facts");
    }

    /** Adds a fact, or changes its value. */
    public void show(String name, String value) {
        values.computeIfAbsent(name, this::newFact).setText(value);
    }

    private Description newFact(String name) {
        Description description = new Description();
        description.setId(id + "-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        add(new Term(name), description);
        return description;
    }
}
