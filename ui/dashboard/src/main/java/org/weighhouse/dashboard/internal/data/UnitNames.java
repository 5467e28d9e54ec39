package org.weighhouse.dashboard.internal.data;

import java.util.Locale;
import org.weighhouse.api.Unit;

/** How the dashboard calls a unit. */
public final class UnitNames {

    private UnitNames() {}

    /** A heading, such as {@code AI tokens}. */
    public static String title(Unit unit) {
        return switch (unit) {
            case MESSAGE_CREDIT -> "Messages";
            case AI_TOKEN -> "AI tokens";
            case SUBSCRIBER -> "Subscribers";
            case ENGAGEMENT -> "Engagements";
            case ENGAGEMENT_VALUE -> "Engagement value";
            case COST -> "Cost";
        };
    }

    /** What stands behind a number, such as {@code 6,700 messages}; empty behind money, which says it itself. */
    public static String noun(Unit unit) {
        return switch (unit) {
            case MESSAGE_CREDIT -> "messages";
            case AI_TOKEN -> "tokens";
            case SUBSCRIBER -> "subscribers";
            case ENGAGEMENT -> "engagements";
            case ENGAGEMENT_VALUE -> "worth of engagements";
            case COST -> "";
        };
    }

    /** What stands behind a number that was charged, such as {@code 20,100 credits}; empty behind money. */
    public static String charged(Unit unit) {
        return switch (unit) {
            case MESSAGE_CREDIT -> "credits";
            case AI_TOKEN -> "weighted tokens";
            case SUBSCRIBER, ENGAGEMENT, ENGAGEMENT_VALUE, COST -> noun(unit);
        };
    }

    /** What a plan grants, such as {@code Message credits}. */
    public static String granted(Unit unit) {
        return unit == Unit.MESSAGE_CREDIT ? "Message credits" : title(unit);
    }

    /** What it is that is used up, one line. */
    public static String explanation(Unit unit) {
        return switch (unit) {
            case MESSAGE_CREDIT -> "Message credits used this month";
            case AI_TOKEN -> "Tokens used for AI tasks this month";
            case SUBSCRIBER -> "Active subscribers this month";
            case ENGAGEMENT -> "Clicks, replies and conversions this month";
            case ENGAGEMENT_VALUE -> "What clicks, replies and conversions were worth this month";
            case COST -> "What the providers charge this month";
        };
    }

    /** The unit's part of an element's id, such as {@code ai-tokens}. */
    public static String id(Unit unit) {
        return title(unit).toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
