package org.weighhouse.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.catalog.RateCard;

@Service
@Command(
        scope = "weighhouse",
        name = "rate-card-list",
        description = "Lists a workspace's rate cards, by which the workspace is charged, in all their editions")
public final class RateCardListCommand extends TariffListCommand<RateCard> {

    @Override
    Tariffs<RateCard> tariffs(Services services) throws CommandException {
        return Tariffs.RateCards.of(services);
    }
}
