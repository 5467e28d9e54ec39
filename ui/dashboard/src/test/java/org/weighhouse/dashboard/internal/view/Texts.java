package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody reads of a component. */
final class Texts {

    private Texts() {}

    /** Its visible texts in their order, one blank between them. */
    static String of(Component component) {
        return texts(component.getElement()).collect(Collectors.joining(" "));
    }

    private static Stream<String> texts(Element element) {
        if (element.isTextNode()) {
            return element.getText().isBlank()
                    ? Stream.empty()
                    : Stream.of(element.getText().strip());
        }
        return element.isVisible() ? element.getChildren().flatMap(Texts::texts) : Stream.empty();
    }
}
