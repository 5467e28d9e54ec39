package org.weighhouse.catalog.internal;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.weighhouse.api.Network;

/**
 * What a platform admin allows besides public addresses over TLS.
 *
 * @param hosts names, in lower case; allowed wherever they are, and without TLS
 * @param networks allowed, and without TLS for who writes the address itself
 */
record AllowedUpstreams(Set<String> hosts, List<Network> networks) {

    /** As browsers have it: what ends in a number is an address or nothing. */
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

    private static final String HOW =
            "; a platform admin can allow it: allow = %s in the configuration " + UpstreamsConfig.PID;

    /**
     * Reads names of hosts, addresses and networks such as {@code 10.0.0.0/8}, with commas between them.
     *
     * @throws IllegalArgumentException if one of them is something else; the message says which
     */
    static AllowedUpstreams of(String text) {
        Set<String> hosts = new HashSet<>();
        List<Network> networks = new ArrayList<>();
        for (String each : text.split(",")) {
            String entry = each.strip().toLowerCase(Locale.ROOT);
            if (entry.matches("[0-9./]+") || entry.indexOf(':') >= 0) {
                networks.add(Network.of(entry));
            } else if (entry.matches("[a-z0-9._-]+")) {
                hosts.add(entry);
            } else if (!entry.isEmpty()) {
                throw new IllegalArgumentException("neither a host, an address nor a network: " + entry);
            }
        }
        return new AllowedUpstreams(Set.copyOf(hosts), List.copyOf(networks));
    }

    /** Why nothing may be sent there, judged by what is written; empty if it may. */
    Optional<String> refusal(URI baseUrl) {
        String host = bare(Optional.ofNullable(baseUrl.getHost()).orElse(""));
        if (hosts.contains(host)) {
            return Optional.empty();
        }
        Optional<InetAddress> literal;
        try {
            literal = literal(host);
        } catch (IllegalArgumentException odd) {
            return Optional.of(host + " is an address written in an unusual way; write it as 192.0.2.1 or 2001:db8::1");
        }
        if (literal.isPresent() && isInside(literal.get())) {
            return Optional.empty();
        }
        if (literal.isPresent() && !Network.isPublic(literal.get())
                || host.equals("localhost")
                || host.endsWith(".localhost")) {
            return Optional.of(host + " is an address inside this machine or a private network" + HOW.formatted(host));
        }
        return "https".equalsIgnoreCase(baseUrl.getScheme())
                ? Optional.empty()
                : Optional.of("an address without TLS would show credentials to everybody on the way: begin with https"
                        + HOW.formatted(host));
    }

    /** Those addresses of a host that may be connected to. */
    List<InetAddress> allowed(String host, List<InetAddress> addresses) {
        return hosts.contains(bare(host))
                ? addresses
                : addresses.stream()
                        .filter(address -> Network.isPublic(address) || isInside(address))
                        .toList();
    }

    /** Whether an address is in one of the networks. */
    private boolean isInside(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** In lower case, without the brackets around IPv6 and the dot that may end a name. */
    private static String bare(String host) {
        String plain = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        String relative = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
        return relative.toLowerCase(Locale.ROOT);
    }

    /**
     * The address that a host is, if it is none to be asked for.
     *
     * @throws IllegalArgumentException if it is a number that some resolvers take for an address, such as 2130706433
     */
    private static Optional<InetAddress> literal(String host) {
        boolean six = host.indexOf(':') >= 0;
        boolean number = NUMBER.matcher(host).matches();
        return six || number ? Optional.of(Network.literal(host)) : Optional.empty();
    }
}
