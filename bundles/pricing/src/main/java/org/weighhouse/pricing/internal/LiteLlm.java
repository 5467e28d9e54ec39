package org.weighhouse.pricing.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.PriceBook.ModelPrice;

/**
 * LiteLLM's price list: an object with one field for each model, whose prices are US dollars a token. Field names after
 * {@code model_prices_and_context_window.json} of BerriAI/litellm. Prices of batches, tiers, pictures and single
 * characters are not taken over.
 */
final class LiteLlm {

    /** Dearer from more than so many thousand input tokens on. */
    private static final Pattern BAND = Pattern.compile("input_cost_per_token(_above_(\\d{1,6})k_tokens)");

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal SECONDS_PER_MINUTE = BigDecimal.valueOf(60);
    private static final long THOUSAND = 1_000;

    /** So many names of providers are kept. */
    private static final int SEEN_PROVIDERS = 1_000;

    /** So many names of providers are told to whoever named none of them. */
    private static final int SHOWN_PROVIDERS = 40;

    private LiteLlm() {}

    /** @throws IllegalArgumentException if it is no such list, or has no or too many models of the providers */
    static List<ModelPrice> read(Set<String> providers, InputStream file) throws IOException {
        Map<String, List<ModelPrice>> models = new LinkedHashMap<>();
        Set<String> seen = new TreeSet<>();
        try (JsonParser parser = ListedModel.FACTORY.createParser(TextFile.read(file))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the file is no price list of LiteLLM: it is no JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                ListedModel model = ListedModel.read(parser);
                String provider = model.provider();
                if (seen.size() < SEEN_PROVIDERS) {
                    seen.add(provider);
                }
                if (providers.contains(provider) && isPriced(model)) {
                    String id = name.startsWith(provider + "/") ? name.substring(provider.length() + 1) : name;
                    models.putIfAbsent(provider + "/" + id, prices(provider, id, model));
                }
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(
                    "the file is no price list of LiteLLM: " + broken.getOriginalMessage(), broken);
        }
        return checked(models.values().stream().flatMap(List::stream).toList(), providers, seen);
    }

    private static List<ModelPrice> checked(List<ModelPrice> prices, Set<String> providers, Set<String> seen) {
        if (prices.isEmpty()) {
            throw new IllegalArgumentException("the file has no prices of " + String.join(", ", providers)
                    + "; it has "
                    + String.join(
                            ", ",
                            seen.stream()
                                    .filter(name -> name.matches("[\\w-]{1,64}"))
                                    .limit(SHOWN_PROVIDERS)
                                    .toList()));
        }
        if (prices.size() > PriceBook.MAX_ROWS) {
            throw new IllegalArgumentException("the file has " + prices.size() + " prices of "
                    + String.join(", ", providers) + "; at most " + PriceBook.MAX_ROWS
                    + " are kept: name fewer providers");
        }
        return prices;
    }

    private static boolean isPriced(ListedModel model) {
        return model.number("input_cost_per_token").isPresent()
                || model.number("input_cost_per_second").isPresent();
    }

    /** Dearer bands first, for the first row that matches counts. */
    private static List<ModelPrice> prices(String provider, String id, ListedModel model) {
        try {
            List<ModelPrice> prices = new ArrayList<>();
            for (Map.Entry<Long, String> band : bands(model)) {
                prices.add(price(provider, id, model, band.getKey() * THOUSAND + 1, band.getValue()));
            }
            prices.add(price(provider, id, model, 0, ""));
            return prices;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("the model " + id + " " + wrong.getMessage(), wrong);
        }
    }

    private static List<Map.Entry<Long, String>> bands(ListedModel model) {
        List<Map.Entry<Long, String>> bands = new ArrayList<>();
        for (String name : model.numbers().keySet()) {
            Matcher band = BAND.matcher(name);
            if (band.matches()) {
                bands.add(Map.entry(Long.parseLong(band.group(2)), band.group(1)));
            }
        }
        bands.sort(Map.Entry.<Long, String>comparingByKey().reversed());
        return bands;
    }

    private static ModelPrice price(String provider, String id, ListedModel model, long fromInput, String band) {
        BigDecimal input = inBand(model, "input_cost_per_token", band).orElse(BigDecimal.ZERO);
        BigDecimal output = inBand(model, "output_cost_per_token", band).orElse(BigDecimal.ZERO);
        BigDecimal cacheRead =
                inBand(model, "cache_read_input_token_cost", band).orElse(input);
        BigDecimal cacheWrite =
                inBand(model, "cache_creation_input_token_cost", band).orElse(input);
        BigDecimal cacheWriteLong =
                inBand(model, "cache_creation_input_token_cost_above_1hr", band).orElse(cacheWrite);
        BigDecimal reasoning =
                inBand(model, "output_cost_per_reasoning_token", band).orElse(output);
        BigDecimal toolCall = model.number("search_context_cost_per_query.search_context_size_medium")
                .orElse(BigDecimal.ZERO);
        BigDecimal second = model.number("input_cost_per_second").orElse(BigDecimal.ZERO);
        return new ModelPrice(
                provider,
                id,
                fromInput,
                perMillion(input),
                perMillion(output),
                perMillion(cacheRead),
                perMillion(cacheWrite),
                perMillion(cacheWriteLong),
                perMillion(reasoning),
                Decimals.roundedMillionths(toolCall),
                Decimals.roundedMillionths(second.multiply(SECONDS_PER_MINUTE)));
    }

    private static long perMillion(BigDecimal dollarsPerToken) {
        return Decimals.roundedMillionths(dollarsPerToken.multiply(MILLION));
    }

    /** The price of a band, or the usual one if the band has none. */
    private static Optional<BigDecimal> inBand(ListedModel model, String field, String band) {
        return model.number(field + band).or(() -> model.number(field));
    }
}
