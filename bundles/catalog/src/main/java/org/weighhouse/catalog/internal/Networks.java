package org.weighhouse.catalog.internal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weighhouse.api.Network;

/** Lists of networks as text, in columns and trails. */
final class Networks {

    private static final String SEPARATOR = ",";

    private Networks() {}

    static String text(List<Network> networks) {
        return networks.stream().map(Network::toString).collect(Collectors.joining(SEPARATOR));
    }

    static List<Network> of(String text) {
        return Stream.of(text.split(SEPARATOR))
                .filter(part -> !part.isEmpty())
                .map(Network::of)
                .toList();
    }
}
