package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.Svg;
import java.util.Arrays;

/** The dashboard's icon set: lines on a grid of 24, in the colour of the text around them. */
public enum Icon {
    DASHBOARD(
            "<rect x='3.5' y='3.5' width='7' height='9' rx='2'/><rect x='13.5' y='3.5' width='7' height='5' rx='2'/>"
                    + "<rect x='13.5' y='11.5' width='7' height='9' rx='2'/><rect x='3.5' y='15.5' width='7' height='5' rx='2'/>"),
    USAGE("<path d='M4 20V11M9.3 20V5M14.7 20v-7M20 20V8'/>"),
    CAMPAIGNS("<path d='M4 10v4h3l9 5V5l-9 5H4ZM8 14.5 9.5 20M19.5 9.5v5'/>"),
    REPORTS("<path d='M6 3.5h8l4.5 4.5v12.5h-12.5zM13.5 3.8v4.7h4.7M9 13h6M9 16.5h4'/>"),
    ALERTS("<path d='M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4'/>"),
    PLAN("<rect x='3' y='5.5' width='18' height='13' rx='2.5'/><path d='M3 10h18M6.5 15h4'/>"),
    CHANNELS("<path d='M9 7V3.5M15 7V3.5M6.5 7h11v4.5a5.5 5.5 0 0 1-11 0zM12 17v3.5'/>"),
    SETTINGS("<path d='M4 7h9M17 7h3M4 17h3M11 17h9'/><circle cx='15' cy='7' r='2'/><circle cx='9' cy='17' r='2'/>"),
    AUDIT("<path d='M8.5 4.5H6V20.5h12V4.5h-2.5M9 3h6v3.5H9zM9 11.5h.1M12 11.5h3.5M9 15.5h.1M12 15.5h3.5'/>"),
    SUBSCRIBERS("<circle cx='9' cy='8.5' r='3.5'/><path d='M2.5 19.5a6.5 6.5 0 0 1 13 0M16 5.4a3.5 3.5 0 0 1 0 6.2"
            + "M18 14.3a6.5 6.5 0 0 1 3.5 5.2'/>"),
    MESSAGES("<path d='M4 5.5h16v11h-8.5L7 20v-3.5H4z'/>"),
    TOKENS("<path d='M11 4.5c.6 4 2.5 5.9 6.5 6.5-4 .6-5.9 2.5-6.5 6.5-.6-4-2.5-5.9-6.5-6.5"
            + " 4-.6 5.9-2.5 6.5-6.5zM18.5 15.5v5M16 18h5'/>"),
    CHECK("<circle cx='12' cy='12' r='8.5'/><path d='m8.3 12.3 2.5 2.5 5-5.3'/>"),
    WATCH("<circle cx='12' cy='12' r='8.5'/><path d='M12 7.5V12l3 2'/>"),
    WARNING("<path d='M12 4 21 19.5H3zM12 10v4.5M12 17v.1'/>"),
    INFINITY("<path d='M12 12c-2-3-3.5-4-5.5-4a4 4 0 0 0 0 8c2 0 3.5-1 5.5-4zm0 0c2 3 3.5 4 5.5 4a4 4 0 0 0 0-8"
            + "c-2 0-3.5 1-5.5 4z'/>"),
    ONLINE("<path d='M5 12.5 10 17.5 19.5 7'/>"),
    OFFLINE("<path d='M6 6l12 12M18 6 6 18'/>"),
    DOWNLOAD("<path d='M12 4v11M7.5 10.8 12 15.3l4.5-4.5M4.5 19.5h15'/>"),
    LOGOUT("<path d='M10 4H5v16h5M9.5 12H20M16.5 8.3 20.2 12l-3.7 3.7'/>"),
    ARROW("<path d='m9.5 6 6 6-6 6'/>"),
    PAPERPLANE("<path d='M3.5 11.5 20.5 4l-4 16-5-5.5zM20.5 4l-9 10.5V20l2.5-3'/>"),
    CHAT("<path d='M12 4.5c4.7 0 8.5 3.1 8.5 7s-3.8 7-8.5 7c-1 0-2-.1-2.9-.4L4.5 20l1.1-3.7a6.4 6.4 0 0 1-2.1-4.8"
            + "c0-3.9 3.8-7 8.5-7z'/>"),
    BOLT("<path d='M13 3 5.5 13.5h6L11 21l7.5-10.5h-6z'/>"),
    GLOBE("<circle cx='12' cy='12' r='8.5'/><path d='M3.5 12h17M12 3.5c5 5 5 12 0 17-5-5-5-12 0-17z'/>");

    private final String shape;

    Icon(String shape) {
        this.shape = shape;
    }

    /** The icon a channel asks for by name; a plug for a name that is not in the set. */
    public static Icon ofChannel(String name) {
        return Arrays.stream(values())
                .filter(icon -> icon.name().equalsIgnoreCase(name.replace('-', '_')))
                .findFirst()
                .orElseGet(() -> alias(name));
    }

    /** Decorative: hidden from screen readers. */
    public Svg create() {
        Svg svg =
                new Svg("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='currentColor'"
                        + " stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'>" + shape + "</svg>");
        svg.addClassName("wh-icon");
        svg.getElement().setAttribute("aria-hidden", "true");
        return svg;
    }

    private static Icon alias(String name) {
        return switch (name) {
            case "sparkle", "sparkles", "brain", "robot", "ai" -> TOKENS;
            case "whatsapp", "phone", "comment", "message" -> CHAT;
            case "messenger" -> BOLT;
            case "web", "browser" -> GLOBE;
            case "telegram" -> PAPERPLANE;
            default -> CHANNELS;
        };
    }
}
