package org.weighhouse.channel.whatsapp.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.weighhouse.api.Amount;

/**
 * Kinds of messages: what was sent, until Meta says what it is charged as. Categories are those of Meta's page "Status
 * messages webhook reference".
 */
final class Kinds {

    /** A type that is none of a name's form. */
    static final String OTHER = "other";

    /** What a call to the Marketing Messages API sends. */
    static final String MARKETING_LITE = "marketing_lite";

    private static final String DEFAULT_TYPE = "text";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Set<String> TYPES = Set.of(
            "text",
            "audio",
            "document",
            "image",
            "location",
            "video",
            "sticker",
            "reaction",
            "interactive",
            "template",
            "contacts",
            OTHER);
    private static final Set<String> CATEGORIES = Set.of(
            "marketing",
            MARKETING_LITE,
            "utility",
            "authentication",
            "authentication_international",
            "service",
            "referral_conversion",
            "group_marketing",
            "group_utility",
            "group_service",
            "general_purpose_ai",
            "free_customer_service",
            "free_entry_point",
            "free_group_customer_service");

    private Kinds() {}

    /** Every known one, a credit each unless a rate card says otherwise. */
    static Map<String, Amount> known() {
        Set<String> all = new TreeSet<>(TYPES);
        all.addAll(CATEGORIES);
        return all.stream().collect(Collectors.toMap(Function.identity(), kind -> Amount.of(1)));
    }

    /** What a request asks to send: its category if it says one, else its type; a new one passes under its own name. */
    static String asked(String type, String category) {
        String said = normal(category);
        return CATEGORIES.contains(said) ? said : type.isEmpty() ? DEFAULT_TYPE : charged(type);
    }

    /** What Meta says that a message is charged as; a new one passes under its own name. */
    static String charged(String told) {
        String name = normal(told);
        return NAME.matcher(name).matches() ? name : OTHER;
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
