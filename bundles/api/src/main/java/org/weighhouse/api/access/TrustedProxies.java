package org.weighhouse.api.access;

import java.net.InetAddress;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The proxies that stand in front of the doors, and who is behind them. Asked by gateway and dashboard alike. Thread-safe. */
@ProviderType
public interface TrustedProxies {

    /** What a trusted proxy says of addresses: each one appends the one it was called from. */
    String FORWARDED_FOR = "X-Forwarded-For";

    /** What a trusted proxy says of the protocol that it was called by. */
    String FORWARDED_PROTO = "X-Forwarded-Proto";

    /**
     * Where a request comes from.
     *
     * @param address the client's, or of the last proxy whose word counts
     * @param secure whether the client spoke TLS to a trusted proxy
     */
    record Origin(InetAddress address, boolean secure) {}

    /** Whether it is one of them. */
    boolean isTrusted(InetAddress peer);

    /**
     * Where a request comes from, by the word of trusted proxies only: what anybody else says of it decides nothing.
     *
     * @param peer the other end of the connection
     * @param forwardedFor values of {@link #FORWARDED_FOR}, as they came
     * @param forwardedProto values of {@link #FORWARDED_PROTO}, as they came
     */
    Origin origin(InetAddress peer, List<String> forwardedFor, List<String> forwardedProto);
}
