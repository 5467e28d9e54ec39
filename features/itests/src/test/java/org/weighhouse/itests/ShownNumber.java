package org.weighhouse.itests;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in texts for people, in English: 14,521.5. */
final class ShownNumber {

    private static final String NUMBER = "([0-9]{1,3}(?:,[0-9]{3})*(?:\\.[0-9]+)?)";

    private ShownNumber() {}

    /** The only number of a text. */
    static BigDecimal in(String text) {
        return find("\\D*" + NUMBER + "\\D*", text, true);
    }

    /** The number behind the first text that matches a label. */
    static BigDecimal behind(String label, String text) {
        return find(label + "\\D{0,5}" + NUMBER, text, false);
    }

    private static BigDecimal find(String pattern, String text, boolean whole) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (whole ? !found.matches() : !found.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return new BigDecimal(found.group(1).replace(",", ""));
    }
}
