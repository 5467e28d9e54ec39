package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A few exclusive options side by side. */
public final class Choice<T> extends Div {

    private final Map<T, NativeButton> buttons = new LinkedHashMap<>();
    private final Consumer<T> chosen;

    /**
     * @param label what is chosen, for screen readers
     * @param chosen called when somebody picks another option
     */
    public Choice(String label, Consumer<T> chosen) {
        this.chosen = chosen;
        addClassName("wh-choice");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
    }

    public Choice<T> option(T value, String text, String id) {
        NativeButton button = new NativeButton(text, click -> pick(value));
        button.setId(id);
        button.getElement().setAttribute("type", "button");
        buttons.put(value, button);
        add(button);
        return this;
    }

    /** Offers an option, or does not. */
    public void offer(T value, boolean offered) {
        buttons.get(value).setVisible(offered);
    }

    /** Marks an option without calling back. */
    public void select(T value) {
        buttons.forEach(
                (each, button) -> button.getElement().setAttribute("aria-pressed", String.valueOf(each.equals(value))));
    }

    private void pick(T value) {
        select(value);
        chosen.accept(value);
    }
}
