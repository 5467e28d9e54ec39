package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.pricing.PriceFiles;

@Service
@Command(
        scope = "weighhouse",
        name = "rate-card-import",
        description = "Gives a workspace a rate card from a CSV file, and shows what changes by it")
public final class RateCardImportCommand extends TariffImportCommand<RateCard> {

    @Override
    Tariffs<RateCard> tariffs(Services services) throws CommandException {
        return Tariffs.RateCards.of(services);
    }

    @Override
    RateCard read(Services services, Workspace of, Instant since, InputStream content)
            throws CommandException, IOException {
        return services.need(PriceFiles.class).readRateCard(since, content);
    }
}
