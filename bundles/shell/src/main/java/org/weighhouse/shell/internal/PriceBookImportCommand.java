package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.pricing.PriceFiles;

@Service
@Command(
        scope = "weighhouse",
        name = "price-book-import",
        description = "Gives a workspace a price book from a file, and shows what changes by it")
public final class PriceBookImportCommand extends TariffImportCommand<PriceBook> {

    private static final String CSV = "csv";
    private static final String LITELLM = "litellm";

    /** Of LiteLLM's prices. */
    private static final String DOLLARS = "USD";

    @Option(
            name = "--format",
            description = "csv, or litellm for the file model_prices_and_context_window.json of LiteLLM, whose prices"
                    + " take the place of those of the named providers; csv if not said")
    @Completion(
            value = StringsCompleter.class,
            values = {CSV, LITELLM})
    String format;

    @Option(
            name = "-p",
            aliases = "--provider",
            description =
                    "Provider whose models are taken from LiteLLM's file, by its name there, such as openai; can be"
                            + " said several times",
            multiValued = true)
    List<String> providers = List.of();

    @Override
    Tariffs<PriceBook> tariffs(Services services) throws CommandException {
        return Tariffs.PriceBooks.of(services);
    }

    @Override
    PriceBook read(Services services, Workspace of, Instant since, InputStream content)
            throws CommandException, IOException {
        PriceFiles files = services.need(PriceFiles.class);
        String form = said(format).isEmpty() ? CSV : format;
        if (form.equals(CSV)) {
            return files.readPriceBook(since, content);
        }
        if (!form.equals(LITELLM)) {
            throw new CommandException("--format takes " + CSV + " or " + LITELLM + ", not " + form);
        }
        if (said(providers).isEmpty()) {
            throw new CommandException("say whose models are wanted: -p openai");
        }
        String currency = of.currency().getCurrencyCode();
        if (!currency.equals(DOLLARS)) {
            throw new CommandException(
                    "LiteLLM's prices are in " + DOLLARS + ", and the currency of " + of.id() + " is " + currency);
        }
        PriceBook base = services.need(Workspaces.class).priceBook(of.id(), since);
        return files.readLiteLlm(base, since, Set.copyOf(providers), content);
    }
}
