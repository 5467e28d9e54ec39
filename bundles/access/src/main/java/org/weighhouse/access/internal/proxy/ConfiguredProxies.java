package org.weighhouse.access.internal.proxy;

import java.net.InetAddress;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.api.access.TrustedProxies;

/** Trusts whom the configuration names; a change is in force at once. */
@Component(service = TrustedProxies.class, configurationPid = ProxiesConfig.PID)
@Designate(ocd = ProxiesConfig.class)
public final class ConfiguredProxies implements TrustedProxies {

    private static final String VARIABLE = "WEIGHHOUSE_PROXIES";

    private volatile ProxyList proxies;

    /** @throws IllegalArgumentException if the configuration is not understood */
    @Activate
    public ConfiguredProxies(ProxiesConfig config) {
        proxies = read(config);
    }

    @Modified
    void change(ProxiesConfig config) {
        proxies = read(config);
    }

    @Override
    public boolean isTrusted(InetAddress peer) {
        return proxies.isTrusted(peer);
    }

    @Override
    public Origin origin(InetAddress peer, List<String> forwardedFor, List<String> forwardedProto) {
        return proxies.origin(peer, forwardedFor, forwardedProto);
    }

    private static ProxyList read(ProxiesConfig config) {
        String environment = System.getenv().getOrDefault(VARIABLE, "");
        return ProxyList.of(config.trusted().isBlank() ? environment : config.trusted());
    }
}
