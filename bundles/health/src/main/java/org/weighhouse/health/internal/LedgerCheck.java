package org.weighhouse.health.internal;

import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.ShardHealth;

/** Whether every shard of the ledger takes entries. */
@Component(property = {"hc.name=Ledger", "hc.tags=weighhouse"})
public final class LedgerCheck implements HealthCheck {

    private final Found found;

    @Activate
    public LedgerCheck(BundleContext context) {
        this.found = new Found(context);
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        log.info("Looked at every shard.");
        Optional<List<ShardHealth>> shards = found.ask(Ledger.class, Ledger::shards);
        if (shards.isEmpty()) {
            log.critical(
                    "The ledger is not running, so nothing is counted and nothing sent. See \"Parts\" for the cause.");
        }
        shards.stream()
                .flatMap(List::stream)
                .filter(shard -> !shard.health().writable())
                .forEach(shard -> log.critical(
                        "Shard {} takes nothing: {}. Mend that, and it goes on by itself or after"
                                + " bundle:restart org.weighhouse.ledger.",
                        shard.shard(),
                        shard.health().reason()));
        return new Result(log);
    }
}
