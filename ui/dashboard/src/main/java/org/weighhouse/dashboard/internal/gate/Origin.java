package org.weighhouse.dashboard.internal.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.access.TrustedProxies;
import org.weighhouse.dashboard.internal.services.Services;

/** A request as its client sent it to the proxy in front, by the word of proxies that are trusted. */
final class Origin extends HttpServletRequestWrapper {

    private static final String HTTPS = "https";

    private final Optional<TrustedProxies.Origin> told;

    private Origin(HttpServletRequest request, Optional<TrustedProxies.Origin> told) {
        super(request);
        this.told = told;
    }

    static HttpServletRequest of(HttpServletRequest request) {
        return new Origin(request, Services.get().proxies().flatMap(proxies -> told(request, proxies)));
    }

    private static Optional<TrustedProxies.Origin> told(HttpServletRequest request, TrustedProxies proxies) {
        try {
            // An address, never a name.
            InetAddress peer = InetAddress.getByName(request.getRemoteAddr());
            return Optional.of(proxies.origin(
                    peer,
                    values(request, TrustedProxies.FORWARDED_FOR),
                    values(request, TrustedProxies.FORWARDED_PROTO)));
        } catch (UnknownHostException gone) {
            return Optional.empty();
        }
    }

    private static List<String> values(HttpServletRequest request, String field) {
        return Collections.list(request.getHeaders(field));
    }

    @Override
    public String getRemoteAddr() {
        return told.map(origin -> origin.address().getHostAddress()).orElseGet(super::getRemoteAddr);
    }

    @Override
    public String getRemoteHost() {
        return getRemoteAddr();
    }

    @Override
    public boolean isSecure() {
        return super.isSecure() || told.filter(TrustedProxies.Origin::secure).isPresent();
    }

    @Override
    public String getScheme() {
        return isSecure() ? HTTPS : super.getScheme();
    }
}
