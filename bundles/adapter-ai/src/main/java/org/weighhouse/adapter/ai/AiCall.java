package org.weighhouse.adapter.ai;

import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.TokenBuckets;

/**
 * One call, and the findings its reply leads to.
 *
 * @param provider id of the provider
 * @param attribution what the request says
 * @param expected what is held for it
 */
public record AiCall(String provider, Attribution attribution, TokenBuckets expected) {

    /** The message kind of what was not told but estimated, so that it can be found and summed apart. */
    public static final String ESTIMATED = "estimated";

    /**
     * What the provider told.
     *
     * @param besides tokens that are not in the usage
     */
    public Finding told(String id, String model, TokenUsage usage, TokenBuckets besides, long toolCalls) {
        Reading reading = new Reading.Tokens(
                provider, usage.buckets().plus(besides), Math.max(toolCalls, usage.toolCalls()), usage.millis());
        return new Finding.Used(Reference.of(id), named(model), reading);
    }

    /** What must have happened, for want of being told. */
    public Finding estimated(String id, String model, TokenBuckets buckets, long toolCalls) {
        return new Finding.Used(
                Reference.of(id),
                named(model).with(Dimension.MESSAGE_KIND, ESTIMATED),
                new Reading.Tokens(provider, buckets, toolCalls, 0));
    }

    /** A model's name as it can be counted under: shortened, without control characters and broken pairs. */
    public static String model(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .takeWhile(c -> plain.length() + Character.charCount(c) <= Attribution.MAX_LENGTH)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private Attribution named(String model) {
        String name = model(model);
        return name.isEmpty() ? attribution : attribution.with(Dimension.MODEL, name);
    }
}
