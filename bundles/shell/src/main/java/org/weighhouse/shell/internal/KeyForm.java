package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.Network;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Validity;

/** How the terms of keys are said and shown on the console. */
final class KeyForm {

    private static final Pattern TIME = Pattern.compile("(\\d{1,5})([dhm])");

    private KeyForm() {}

    /** @throws CommandException if there is no such scope */
    static Set<KeyScope> scopes(List<String> said) throws CommandException {
        if (said.isEmpty()) {
            return KeyTerms.USUAL;
        }
        Set<KeyScope> scopes = EnumSet.noneOf(KeyScope.class);
        for (String each : said) {
            for (String slug : each.split(",")) {
                scopes.add(scope(slug.strip()));
            }
        }
        return scopes;
    }

    private static KeyScope scope(String slug) throws CommandException {
        try {
            return KeyScope.ofSlug(slug);
        } catch (IllegalArgumentException unknown) {
            throw new CommandException(unknown.getMessage());
        }
    }

    /** @throws CommandException if one of them is not understood */
    static Validity validity(String expires, List<String> from) throws CommandException {
        return new Validity(expiry(expires, Instant.now()), sources(from));
    }

    /** @throws CommandException if it is neither a time from now nor an instant */
    static Optional<Instant> expiry(String said, Instant now) throws CommandException {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (TIME.matcher(said).matches()) {
            return Optional.of(now.plus(time(said)));
        }
        try {
            return Optional.of(Instant.parse(said));
        } catch (DateTimeException wrong) {
            throw new CommandException(said
                    + " is no time: say a number of days, such as 90d, or an instant, such as 2027-01-31T00:00:00Z");
        }
    }

    /** @throws CommandException unless it is a number of days, hours or minutes */
    static Duration time(String said) throws CommandException {
        var matcher = TIME.matcher(said);
        if (!matcher.matches()) {
            throw new CommandException(said + " is no length of time: say 7d, 12h or 30m");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }

    /** @throws CommandException if one of them is neither an address nor a network */
    static List<Network> sources(List<String> said) throws CommandException {
        try {
            return said.stream()
                    .flatMap(each -> Pattern.compile(",").splitAsStream(each))
                    .map(String::strip)
                    .map(Network::of)
                    .toList();
        } catch (IllegalArgumentException wrong) {
            throw new CommandException(wrong.getMessage() + "; say 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32");
        }
    }

    static String shown(Set<KeyScope> scopes) {
        return scopes.stream().map(KeyScope::slug).collect(Collectors.joining(", "));
    }

    static String end(Validity validity, ZoneId zone) {
        return validity.expires().map(end -> Shown.minute(end, zone)).orElse("never");
    }

    static String from(Validity validity) {
        return validity.sources().isEmpty()
                ? "everywhere"
                : validity.sources().stream().map(Network::toString).collect(Collectors.joining(", "));
    }

    /** The text of a key or token, which is seen here and never again. */
    static void print(String text, PrintStream out) {
        out.println();
        out.println("  " + text);
        out.println();
        out.println("Note it now: only its hash is kept.");
    }
}
