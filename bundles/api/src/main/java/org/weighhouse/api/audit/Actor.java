package org.weighhouse.api.audit;

import java.util.Arrays;
import java.util.Locale;
import org.weighhouse.api.Texts;

/**
 * Who does something, and from where. What is not fit for a trail is left out of the texts, and longer ones are cut.
 *
 * @param name of a user; {@code key <id>} for a bearer of a key
 * @param address the client's, without a port; empty if it is not known or there is none
 */
public record Actor(String name, Way way, String address) {

    /** Longest name. */
    public static final int MAX_NAME = 80;

    /** Longest address. */
    public static final int MAX_ADDRESS = 64;

    /** The product itself: what it does at its first start, by a setting or by the time. */
    public static final Actor PRODUCT = new Actor("weighhouse", Way.PRODUCT, "");

    /** How somebody reaches the product. */
    public enum Way {
        DASHBOARD("http"),
        CONSOLE("ssh"),
        REST("rest"),
        JMX("jmx"),
        PRODUCT("product"),
        /** Another bundle that asks for a login. */
        OTHER("login");

        private final String method;

        Way(String method) {
            this.method = method;
        }

        /** The one that Karaf's login modules know under a name. */
        public static Way ofMethod(String method) {
            return Arrays.stream(values())
                    .filter(way -> way.method.equals(method))
                    .findFirst()
                    .orElse(OTHER);
        }

        /** For people and files, such as {@code dashboard}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Actor {
        name = Texts.tidy(name, MAX_NAME);
        address = Texts.tidy(address, MAX_ADDRESS);
    }

    /** The bearer of a key, by the REST API. */
    public static Actor key(String id, String address) {
        return new Actor("key " + id, Way.REST, address);
    }
}
