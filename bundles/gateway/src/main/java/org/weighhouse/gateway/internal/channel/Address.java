package org.weighhouse.gateway.internal.channel;

import java.util.ArrayList;
import java.util.List;

/**
 * A path taken apart after its first segment.
 *
 * @param name the first segment's name, raw
 * @param parameters its matrix parameters, raw, such as {@code campaign=spring-sale}
 * @param rest what follows, raw and with its slash; empty if nothing does
 */
public record Address(String name, List<String> parameters, String rest) {

    public static Address of(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        int slash = path.indexOf('/', start);
        String first = slash < 0 ? path.substring(start) : path.substring(start, slash);
        String rest = slash < 0 ? "" : path.substring(slash);
        List<String> parts = new ArrayList<>(List.of(first.split(";", -1)));
        String name = parts.removeFirst();
        return new Address(name, List.copyOf(parts), rest);
    }
}
