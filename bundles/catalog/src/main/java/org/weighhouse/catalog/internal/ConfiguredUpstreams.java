package org.weighhouse.catalog.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.api.channel.UpstreamAddresses;

/** Asks what the configuration allows; a change is in force at once. */
@Component(service = UpstreamAddresses.class, configurationPid = UpstreamsConfig.PID)
@Designate(ocd = UpstreamsConfig.class)
public final class ConfiguredUpstreams implements UpstreamAddresses {

    private static final String VARIABLE = "WEIGHHOUSE_UPSTREAMS";

    private volatile AllowedUpstreams allowed;

    /** @throws IllegalArgumentException if the configuration is not understood */
    @Activate
    public ConfiguredUpstreams(UpstreamsConfig config) {
        allowed = read(config);
    }

    @Modified
    void change(UpstreamsConfig config) {
        allowed = read(config);
    }

    @Override
    public Optional<String> refusal(URI baseUrl) {
        return allowed.refusal(baseUrl);
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        List<InetAddress> there = allowed.allowed(host, List.of(InetAddress.getAllByName(host)));
        if (there.isEmpty()) {
            throw new UnknownHostException(host + " leads only to where nothing may be sent");
        }
        return there;
    }

    private static AllowedUpstreams read(UpstreamsConfig config) {
        String environment = System.getenv().getOrDefault(VARIABLE, "");
        return AllowedUpstreams.of(config.allow().isBlank() ? environment : config.allow());
    }
}
