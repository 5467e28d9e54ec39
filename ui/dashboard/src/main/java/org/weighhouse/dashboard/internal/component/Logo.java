package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Span;

/** The product's mark, a beam scale with one pan lower than the other, and its name. */
public final class Logo extends Span {

    private static final String SCALE = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' fill='none'"
            + " stroke='currentColor' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'>"
            + "<path d='M16 6.5v18.5M11 25.5h10M6 11.5l20-3.5'/><circle cx='16' cy='5.5' r='1.5' fill='currentColor'/>"
            + "<path d='M6 12l-3.5 7.5h7z M2.5 19.5a3.5 3.5 0 0 0 7 0' />"
            + "<path d='M26 8.5l-3.5 7.5h7z M22.5 16a3.5 3.5 0 0 0 7 0'/></svg>";

    /** The same for a page that is none of Vaadin's. */
    public static final String HTML = "<span class='wh-logo'><span class='wh-logo-mark' aria-hidden='true'>" + SCALE
            + "</span><span>Weighhouse</span></span>";

    public Logo() {
        addClassName("wh-logo");
        Svg mark = new Svg(SCALE);
        mark.addClassName("wh-logo-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        add(mark, new Span("Weighhouse"));
    }
}
