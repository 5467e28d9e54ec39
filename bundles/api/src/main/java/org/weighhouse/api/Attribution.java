package org.weighhouse.api;

/**
 * What a piece of usage was for. An empty text means "not said". Immutable.
 *
 * @param channel id of the channel the message went over, or of the AI provider when no channel was named
 * @param messageKind text, photo, template ...; for engagements click, reply or conversion
 * @param subscriber the person on the other side; kept with the entry, not a dimension of the roll-ups
 */
public record Attribution(
        String channel,
        String messageKind,
        String campaign,
        String automationFlow,
        String aiFeature,
        String model,
        String subscriber) {

    /** Longest text in any of the fields, in UTF-16 units. */
    public static final int MAX_LENGTH = 128;

    /**
     * What the roll-ups show in place of values that they no longer tell apart, because a workspace used too many on one
     * day. The entries keep the real values.
     */
    public static final String OTHER = "(other)";

    public static final Attribution NONE = new Attribution("", "", "", "", "", "", "");

    /** @throws IllegalArgumentException if a text is longer than {@link #MAX_LENGTH} or holds a control character */
    public Attribution {
        check("channel", channel);
        check("kind", messageKind);
        check("campaign", campaign);
        check("flow", automationFlow);
        check("feature", aiFeature);
        check("model", model);
        check("subscriber", subscriber);
    }

    public String get(Dimension dimension) {
        return switch (dimension) {
            case CHANNEL -> channel;
            case MESSAGE_KIND -> messageKind;
            case CAMPAIGN -> campaign;
            case AUTOMATION_FLOW -> automationFlow;
            case AI_FEATURE -> aiFeature;
            case MODEL -> model;
        };
    }

    public Attribution with(Dimension dimension, String value) {
        return switch (dimension) {
            case CHANNEL -> new Attribution(value, messageKind, campaign, automationFlow, aiFeature, model, subscriber);
            case MESSAGE_KIND ->
                new Attribution(channel, value, campaign, automationFlow, aiFeature, model, subscriber);
            case CAMPAIGN -> new Attribution(channel, messageKind, value, automationFlow, aiFeature, model, subscriber);
            case AUTOMATION_FLOW ->
                new Attribution(channel, messageKind, campaign, value, aiFeature, model, subscriber);
            case AI_FEATURE ->
                new Attribution(channel, messageKind, campaign, automationFlow, value, model, subscriber);
            case MODEL -> new Attribution(channel, messageKind, campaign, automationFlow, aiFeature, value, subscriber);
        };
    }

    public Attribution withSubscriber(String value) {
        return new Attribution(channel, messageKind, campaign, automationFlow, aiFeature, model, value);
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
                or(subscriber, defaults.subscriber));
    }

    private static String or(String value, String fallback) {
        return value.isEmpty() ? fallback : value;
    }

    private static void check(String name, String value) {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(name + " is longer than " + MAX_LENGTH + " characters");
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException(name + " holds a control character");
            }
        }
    }
}
