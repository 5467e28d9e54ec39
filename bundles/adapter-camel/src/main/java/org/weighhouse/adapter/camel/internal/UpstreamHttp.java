package org.weighhouse.adapter.camel.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.io.SocketConfig;
import org.weighhouse.api.channel.UpstreamAddresses;

/**
 * Camel's HTTP client as a way through needs it: it adds nothing, follows nothing, sends nothing twice, keeps nothing, and
 * reads replies within bounds.
 */
final class UpstreamHttp extends HttpComponent {

    private final Duration headTime;
    private final UpstreamAddresses upstreams;

    /**
     * @param headTime longest time that the head of a reply takes once it has begun
     * @param upstreams says where connections may lead
     */
    UpstreamHttp(Duration headTime, UpstreamAddresses upstreams) {
        this.headTime = headTime;
        this.upstreams = upstreams;
        setHttpActivityListener(new ExactHttp());
        setRedirectHandlingDisabled(true);
        setAutomaticRetriesDisabled(true);
        setContentCompressionDisabled(true);
        setCookieManagementDisabled(true);
        setAuthCachingDisabled(true);
        setConnectionStateDisabled(true);
        setDefaultUserAgentDisabled(true);
    }

    /** @param ignored how to make sockets, in a type that the client has given up; its builder makes them as well */
    @Override
    @SuppressWarnings("deprecation")
    protected HttpClientConnectionManager createConnectionManager(
            Registry<ConnectionSocketFactory> ignored, int connections, int perRoute, SocketConfig sockets) {
        ManagedHttpClientConnectionFactory bounded = ManagedHttpClientConnectionFactory.builder()
                .http1Config(ReplyHeadParser.LIMITS)
                .responseParserFactory(limits -> new ReplyHeadParser(headTime))
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(bounded)
                .setDnsResolver(new Resolver(upstreams))
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(perRoute)
                .setDefaultSocketConfig(sockets)
                .build();
    }

    /** Connections are made to the addresses that were looked at, not to what another question would answer. */
    private record Resolver(UpstreamAddresses upstreams) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return upstreams.resolve(host).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
