package org.weighhouse.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.weighhouse.api.access.TrustedProxies;
import org.weighhouse.api.share.Sharer;

/** Where connections and requests come from. */
public final class ClientAddress {

    /** A site has at least that much of an IPv6 address (RFC 6177), and chooses the rest as it likes. */
    private static final int SITE_BYTES = 8;

    private ClientAddress() {}

    /** The other end of a connection; empty if it is no longer there to tell. */
    public static Optional<InetAddress> peer(SocketAddress address) {
        return address instanceof InetSocketAddress known ? Optional.ofNullable(known.getAddress()) : Optional.empty();
    }

    /** Where a request comes from, by the word of proxies that are trusted. */
    public static Optional<InetAddress> of(Request request, Optional<TrustedProxies> proxies) {
        Optional<InetAddress> peer = peer(request.getConnectionMetaData().getRemoteSocketAddress());
        return proxies.isEmpty()
                ? peer
                : peer.map(address -> proxies.get()
                        .origin(address, request.getHeaders().getValuesList(TrustedProxies.FORWARDED_FOR), List.of())
                        .address());
    }

    /** As one who shares with others. */
    public static Sharer sharer(Optional<InetAddress> address) {
        return Sharer.alone(address.map(ClientAddress::name).orElse("nowhere"));
    }

    private static String name(InetAddress address) {
        return address instanceof Inet6Address six
                ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), SITE_BYTES))
                : address.getHostAddress();
    }
}
