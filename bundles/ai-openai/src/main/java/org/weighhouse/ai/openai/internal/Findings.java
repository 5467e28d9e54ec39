package org.weighhouse.ai.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;

/** Makes findings of what one call's reply tells. */
record Findings(Attribution attribution, TokenBuckets estimate) {

    /**
     * Ids that are shorter than this are not unique: some compatible servers count them up from one or draw them from
     * a few hundred. OpenAI's own have 30 and more.
     */
    static final int SHORTEST_UNIQUE_ID = 20;

    private static final String ESTIMATED = "estimated:";

    Finding.Used exact(String id, String model, TokenBuckets buckets) {
        return used(unique(id) ? id : "", model, buckets);
    }

    /** For a reply that did not tell its usage; its id says so. */
    Finding.Used estimated(String id, String model, long outputTokens) {
        TokenBuckets seen = new TokenBuckets(estimate.input(), outputTokens, 0, 0, 0);
        return used(unique(id) ? ESTIMATED + id : "", model, seen);
    }

    /** A model's name as it can be counted under: shortened, without control characters. */
    static String model(JsonNode node) {
        String name = node.isTextual() ? node.asText() : "";
        String plain = name.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() <= Attribution.MAX_LENGTH ? plain : plain.substring(0, Attribution.MAX_LENGTH);
    }

    private Finding.Used used(String eventId, String model, TokenBuckets buckets) {
        Attribution named = model.isEmpty() ? attribution : attribution.with(Dimension.MODEL, model);
        return new Finding.Used(eventId, named, new Reading.Tokens(OpenAiPlatform.ID, buckets));
    }

    private static boolean unique(String id) {
        return id.length() >= SHORTEST_UNIQUE_ID;
    }
}
