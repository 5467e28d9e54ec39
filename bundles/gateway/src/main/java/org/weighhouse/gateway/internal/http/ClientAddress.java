package org.weighhouse.gateway.internal.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.weighhouse.api.share.Sharer;

/** Where a connection comes from, as one who shares with others. */
public final class ClientAddress {

    /** A site has at least that much of an IPv6 address (RFC 6177), and chooses the rest as it likes. */
    private static final int SITE_BYTES = 8;

    private ClientAddress() {}

    public static Optional<InetAddress> of(SocketAddress address) {
        return address instanceof InetSocketAddress known ? Optional.ofNullable(known.getAddress()) : Optional.empty();
    }

    public static Sharer sharer(SocketAddress address) {
        return Sharer.alone(of(address).map(ClientAddress::name).orElse("nowhere"));
    }

    private static String name(InetAddress address) {
        return address instanceof Inet6Address six
                ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), SITE_BYTES))
                : address.getHostAddress();
    }
}
