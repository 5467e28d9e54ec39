package org.weighhouse.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.catalog.PriceBook;

@Service
@Command(
        scope = "weighhouse",
        name = "price-book-list",
        description = "Lists a workspace's price books, by which costs are counted, in all their editions")
public final class PriceBookListCommand extends TariffListCommand<PriceBook> {

    @Override
    Tariffs<PriceBook> tariffs(Services services) throws CommandException {
        return Tariffs.PriceBooks.of(services);
    }
}
