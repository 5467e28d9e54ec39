package org.weighhouse.api;

/**
 * What a piece of usage was for. An empty text means "not said". Immutable.
 *
 * @param channel id of the channel the message went over, or of the AI provider when no channel was named
 * @param messageKind text, photo, template ...; for engagements click, reply or conversion
 * @param market the country or region a price depends on, as the channel names it
 * @param account id of the channel account it went over
 * @param key public id of the key it was called with
 * @param subscriber the person on the other side; kept with the entry, not a dimension of the roll-ups
 */
public record Attribution(
        String channel,
        String messageKind,
        String campaign,
        String automationFlow,
        String aiFeature,
        String model,
        String market,
        String account,
        String key,
        String subscriber) {

    /** Longest text in any of the fields, in UTF-16 units. */
    public static final int MAX_LENGTH = 128;

    /**
     * What the roll-ups show in place of values that they no longer tell apart, because a workspace used too many on one
     * day. The entries keep the real values.
     */
    public static final String OTHER = "(other)";

    public static final Attribution NONE = new Attribution("", "", "", "", "", "", "", "", "", "");

    /**
     * @throws IllegalArgumentException if a text is longer than {@link #MAX_LENGTH} or holds a control character or half of
     *     a surrogate pair
     */
    public Attribution {
        check("channel", channel);
        check("kind", messageKind);
        check("campaign", campaign);
        check("flow", automationFlow);
        check("feature", aiFeature);
        check("model", model);
        check("market", market);
        check("account", account);
        check("key", key);
        check("subscriber", subscriber);
    }

    /** Whether a text may stand in one of the fields. */
    public static boolean isValid(String value) {
        return value.length() <= MAX_LENGTH && Texts.isPlain(value);
    }

    /** A text from outside as it can stand in one of the fields: without what must not be in it, and shortened. */
    public static String tidy(String value) {
        return Texts.tidy(value, MAX_LENGTH);
    }

    public String get(Dimension dimension) {
        return switch (dimension) {
            case CHANNEL -> channel;
            case MESSAGE_KIND -> messageKind;
            case CAMPAIGN -> campaign;
            case AUTOMATION_FLOW -> automationFlow;
            case AI_FEATURE -> aiFeature;
            case MODEL -> model;
            case MARKET -> market;
            case ACCOUNT -> account;
            case KEY -> key;
        };
    }

    public Attribution with(Dimension dimension, String value) {
        return new Attribution(
                dimension == Dimension.CHANNEL ? value : channel,
                dimension == Dimension.MESSAGE_KIND ? value : messageKind,
                dimension == Dimension.CAMPAIGN ? value : campaign,
                dimension == Dimension.AUTOMATION_FLOW ? value : automationFlow,
                dimension == Dimension.AI_FEATURE ? value : aiFeature,
                dimension == Dimension.MODEL ? value : model,
                dimension == Dimension.MARKET ? value : market,
                dimension == Dimension.ACCOUNT ? value : account,
                dimension == Dimension.KEY ? value : key,
                subscriber);
    }

    public Attribution withSubscriber(String value) {
        return new Attribution(
                channel, messageKind, campaign, automationFlow, aiFeature, model, market, account, key, value);
    }

    /** This attribution, its empty fields filled from {@code defaults}. */
    public Attribution orElse(Attribution defaults) {
        return new Attribution(
                or(channel, defaults.channel),
                or(messageKind, defaults.messageKind),
                or(campaign, defaults.campaign),
                or(automationFlow, defaults.automationFlow),
                or(aiFeature, defaults.aiFeature),
                or(model, defaults.model),
                or(market, defaults.market),
                or(account, defaults.account),
                or(key, defaults.key),
                or(subscriber, defaults.subscriber));
    }

    private static String or(String value, String fallback) {
        return value.isEmpty() ? fallback : value;
    }

    private static void check(String name, String value) {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(name + " is longer than " + MAX_LENGTH + " characters");
        }
        if (!Texts.isPlain(value)) {
            throw new IllegalArgumentException(name + " holds a control character or half of a surrogate pair");
        }
    }
}
