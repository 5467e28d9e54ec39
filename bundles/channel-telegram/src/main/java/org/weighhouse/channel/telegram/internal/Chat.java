package org.weighhouse.channel.telegram.internal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weighhouse.adapter.camel.Aliases;

/**
 * A chat in the one spelling that it has here: a number without sign and zeros that say nothing, or {@code @name} in lower
 * case; empty for what is neither. In a private chat the number is the person's own.
 */
record Chat(String value) {

    static final Chat NONE = new Chat("");

    private static final Pattern NUMBER = Pattern.compile("([+-]?)0*([1-9]\\d{0,18})");
    private static final Pattern NAME = Pattern.compile("@\\w{1,64}");
    private static final int LONGEST = 128;

    /** From what a request says, which may be anything. */
    static Chat of(String said) {
        if (said.length() > LONGEST) {
            return NONE;
        }
        String text = said.strip();
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return new Chat((number.group(1).equals("-") ? "-" : "") + number.group(2));
        }
        return NAME.matcher(text).matches() ? new Chat(text.toLowerCase(Locale.ROOT)) : NONE;
    }

    boolean isNone() {
        return value.isEmpty();
    }

    boolean isName() {
        return value.startsWith("@");
    }

    /** A named chat by its number, if an earlier reply over the account told it; else the chat as it is. */
    Chat known(Aliases aliases, String account) {
        return isName() ? new Chat(aliases.resolve(account, value)) : this;
    }

    /** A reply told the number of a chat that a bot may name otherwise. */
    void learnt(Aliases aliases, String account, Chat number) {
        if (isName() && !number.isNone() && !number.isName()) {
            aliases.learn(account, value, number.value());
        }
    }
}
