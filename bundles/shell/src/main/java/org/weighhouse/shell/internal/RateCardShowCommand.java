package org.weighhouse.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.catalog.RateCard;

@Service
@Command(scope = "weighhouse", name = "rate-card-show", description = "Shows what messages and tokens weigh")
public final class RateCardShowCommand extends TariffShowCommand<RateCard> {

    @Override
    Tariffs<RateCard> tariffs(Services services) throws CommandException {
        return Tariffs.RateCards.of(services);
    }
}
