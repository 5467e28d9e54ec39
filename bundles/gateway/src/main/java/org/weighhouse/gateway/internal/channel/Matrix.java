package org.weighhouse.gateway.internal.channel;

import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Attribution;
import org.weighhouse.gateway.internal.http.Percent;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;

/**
 * What matrix parameters of the first segment say, for clients that cannot set headers. Nobody else writes them, so what
 * is malformed is a fault of the caller's and refused.
 *
 * @param account id or name of the account that is meant; empty if none is named
 */
public record Matrix(Attribution attribution, String account) {

    /** Longest id or name of an account. */
    static final int MAX_ACCOUNT_LENGTH = 64;

    private static final String ACCOUNT = "account";

    /** @throws ProblemException 400 for a bad value */
    public static Matrix of(List<String> parameters) {
        Attributes attributes = new Attributes();
        String account = "";
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            String key = equals < 0 ? "" : parameter.substring(0, equals);
            String value = parameter.substring(equals + 1);
            if (key.equals(ACCOUNT)) {
                account = account(value);
            } else if (Attributes.isOurs(key) && !attributes.take(key, value)) {
                throw malformed("The attribution " + key, Attribution.MAX_LENGTH);
            }
        }
        return new Matrix(attributes.said(), account);
    }

    private static String account(String encoded) {
        Optional<String> decoded = Percent.decode(encoded)
                .filter(text -> text.length() <= MAX_ACCOUNT_LENGTH && Attribution.isValid(text));
        return decoded.orElseThrow(() -> malformed("The account", MAX_ACCOUNT_LENGTH));
    }

    private static ProblemException malformed(String what, int longest) {
        return new ProblemException(
                Problem.malformed(what + " is malformed: percent-encoded UTF-8 is taken, of at most " + longest
                        + " characters, none of them a control or invisible."));
    }
}
