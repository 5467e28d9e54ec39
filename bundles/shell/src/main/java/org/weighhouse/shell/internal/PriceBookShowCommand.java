package org.weighhouse.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.catalog.PriceBook;

@Service
@Command(
        scope = "weighhouse",
        name = "price-book-show",
        description = "Shows what messages and tokens cost at the providers")
public final class PriceBookShowCommand extends TariffShowCommand<PriceBook> {

    @Override
    Tariffs<PriceBook> tariffs(Services services) throws CommandException {
        return Tariffs.PriceBooks.of(services);
    }
}
