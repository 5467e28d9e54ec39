package org.weighhouse.health.internal;

import java.util.Optional;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.weighhouse.api.channel.Gateway;

/** Whether bots get in. */
@Component(property = {"hc.name=Gateway", "hc.tags=weighhouse"})
public final class GatewayCheck implements HealthCheck {

    private final Found found;

    @Activate
    public GatewayCheck(BundleContext context) {
        this.found = new Found(context);
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        log.info(
                "It listens, or is to, on {}.",
                found.ask(Gateway.class, Gateway::url).orElse("no port"));
        Optional<Optional<String>> problem = found.ask(Gateway.class, Gateway::problem);
        if (problem.isEmpty()) {
            log.critical("The gateway is not running. See \"Parts\" for the cause.");
        }
        problem.flatMap(why -> why).ifPresent(log::critical);
        return new Result(log);
    }
}
