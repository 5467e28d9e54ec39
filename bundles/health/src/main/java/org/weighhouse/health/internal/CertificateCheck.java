package org.weighhouse.health.internal;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.weighhouse.api.tls.ServerCertificate;

/** Whether the certificate, where there is to be one, can be shown and for how long. */
@Component(property = {"hc.name=Certificate", "hc.tags=weighhouse"})
public final class CertificateCheck implements HealthCheck {

    private final Found found;

    @Activate
    public CertificateCheck(BundleContext context) {
        this.found = new Found(context);
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        boolean required = found.ask(ServerCertificate.class, ServerCertificate::isRequired)
                .orElse(false);
        log.info(
                required
                        ? "The doors speak TLS and nothing else."
                        : "The doors speak no TLS; put a proxy in front that does.");
        found.ask(ServerCertificate.class, ServerCertificate::problem)
                .flatMap(why -> why)
                .ifPresent(why -> log.warn("{}. Both doors follow as soon as it is mended.", why));
        return new Result(log);
    }
}
