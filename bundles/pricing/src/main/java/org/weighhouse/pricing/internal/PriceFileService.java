package org.weighhouse.pricing.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.pricing.PriceChange;
import org.weighhouse.api.pricing.PriceFiles;

/** Puts the readers and writers together. */
@Component
public final class PriceFileService implements PriceFiles {

    @Override
    public RateCard readRateCard(Instant effectiveFrom, InputStream csv) throws IOException {
        return RateCardSheet.read(effectiveFrom, csv);
    }

    @Override
    public PriceBook readPriceBook(Instant effectiveFrom, InputStream csv) throws IOException {
        return PriceBookSheet.read(effectiveFrom, csv);
    }

    /** What is taken over stands before what stays, which may end in rows for everything else. */
    @Override
    public PriceBook readLiteLlm(PriceBook base, Instant effectiveFrom, Set<String> providers, InputStream json)
            throws IOException {
        return new PriceBook(
                effectiveFrom,
                base.messages(),
                Stream.concat(
                                LiteLlm.read(providers, json).stream(),
                                base.models().stream().filter(price -> !providers.contains(price.provider())))
                        .toList());
    }

    @Override
    public void write(RateCard card, OutputStream out) throws IOException {
        RateCardSheet.write(card, out);
    }

    @Override
    public void write(PriceBook book, OutputStream out) throws IOException {
        PriceBookSheet.write(book, out);
    }

    @Override
    public List<PriceChange> changes(RateCard before, RateCard after) {
        return Changes.between(before, after);
    }

    @Override
    public List<PriceChange> changes(PriceBook before, PriceBook after) {
        return Changes.between(before, after);
    }
}
