package org.weighhouse.catalog.internal;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspaces;

/** Refuses users and passwords that must not be, in words for the one who asked. */
final class UserRules {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");

    /** Of zxcvbn's 0 to 4: "safely unguessable", more than ten to the eighth guesses. */
    private static final int MIN_SCORE = 3;

    /** Characters of a password that are measured: the time grows with their square, and so many are enough. */
    private static final int MEASURED = 64;

    private static final Zxcvbn MEASURE = new Zxcvbn();

    private UserRules() {}

    static void name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of a user has 1 to 64 characters out of a-z 0-9 . _ @ + -"
                    + " and starts with a letter or digit");
        }
    }

    /** Length is what counts; no classes of characters are asked for, which only make passwords hard to remember. */
    static void password(String name, Secret password) {
        String text = password.value();
        if (text.length() < Users.MIN_PASSWORD || text.length() > Users.MAX_PASSWORD) {
            throw new IllegalArgumentException(
                    "a password has " + Users.MIN_PASSWORD + " to " + Users.MAX_PASSWORD + " characters");
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException("a password has no control characters");
        }
        Strength strength = MEASURE.measure(text.substring(0, Math.min(text.length(), MEASURED)), List.of(name));
        if (strength.getScore() < MIN_SCORE) {
            String why = strength.getFeedback().getWarning(Locale.ENGLISH);
            throw new IllegalArgumentException(
                    "this password is easily guessed; choose another one" + (why.isEmpty() ? "" : ". " + why));
        }
    }

    static void roles(Collection<Assignment> roles, Workspaces workspaces) {
        if (roles.size() > Users.MAX_ROLES) {
            throw new IllegalArgumentException("a user has at most " + Users.MAX_ROLES + " roles");
        }
        for (Assignment role : roles) {
            role.workspace().filter(id -> workspaces.find(id).isEmpty()).ifPresent(id -> {
                throw new IllegalArgumentException("there is no workspace " + id);
            });
        }
    }
}
