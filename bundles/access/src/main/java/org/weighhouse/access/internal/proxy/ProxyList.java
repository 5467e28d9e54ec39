package org.weighhouse.access.internal.proxy;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.weighhouse.api.Network;
import org.weighhouse.api.access.TrustedProxies.Origin;

/** The networks of trusted proxies, and how far their words reach. */
record ProxyList(List<Network> networks) {

    /** Most hops that are looked at, from the nearest on. */
    private static final int MAX_HOPS = 32;

    /** Some proxies write the port too, and brackets around IPv6. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([0-9a-fA-F:.]+)](?::\\d{1,5})?|([0-9.]+):\\d{1,5}");

    /** @throws IllegalArgumentException if one of them is neither an address nor a network */
    static ProxyList of(String text) {
        return new ProxyList(parts(text).map(Network::of).toList());
    }

    boolean isTrusted(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    Origin origin(InetAddress peer, List<String> forwardedFor, List<String> forwardedProto) {
        if (!isTrusted(peer)) {
            return new Origin(peer, false);
        }
        List<String> protocols = all(forwardedProto);
        boolean secure = !protocols.isEmpty() && protocols.getLast().equalsIgnoreCase("https");
        return new Origin(client(peer, all(forwardedFor)), secure);
    }

    /** Each trusted one is believed who called it; whoever is not trusted is the client, whatever it says itself. */
    private InetAddress client(InetAddress peer, List<String> hops) {
        InetAddress client = peer;
        for (String hop : hops.reversed().stream().limit(MAX_HOPS).toList()) {
            Optional<InetAddress> caller = isTrusted(client) ? address(hop) : Optional.empty();
            if (caller.isEmpty()) {
                return client;
            }
            client = caller.get();
        }
        return client;
    }

    private static Optional<InetAddress> address(String hop) {
        Matcher port = WITH_PORT.matcher(hop);
        String plain = !port.matches() ? hop : port.group(1) == null ? port.group(2) : port.group(1);
        try {
            return Optional.of(Network.literal(plain.toLowerCase(java.util.Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static List<String> all(List<String> values) {
        return values.stream().flatMap(ProxyList::parts).toList();
    }

    private static Stream<String> parts(String list) {
        return Stream.of(list.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }
}
