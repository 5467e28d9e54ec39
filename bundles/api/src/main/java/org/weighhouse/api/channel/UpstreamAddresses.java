package org.weighhouse.api.channel;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where accounts may lead: to public addresses over TLS, and wherever else a platform admin allows by name. Whoever may add an
 * account would else reach the inside of the admin's network with it. Thread-safe.
 */
@ProviderType
public interface UpstreamAddresses {

    /**
     * Why nothing may be sent there, in a sentence for people; empty if it may. Judged by the address as it is written; names
     * are not asked for.
     */
    Optional<String> refusal(URI baseUrl);

    /**
     * Where a host is: to be connected to as they are, for another question may have another answer.
     *
     * @throws UnknownHostException if there is no such host, or it is nowhere that anything may be sent to
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
