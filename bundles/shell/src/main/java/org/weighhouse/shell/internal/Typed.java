package org.weighhouse.shell.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.Amount;

/** Reads what somebody typed; what is not understood is refused in one line that says how it is written. */
final class Typed {

    private Typed() {}

    /** @param option the one it was typed for, such as {@code --from} */
    static LocalDate day(String option, String text) throws CommandException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new CommandException(option + " takes a day, such as 2026-10-01, not " + text, wrong);
        }
    }

    /** A day is its beginning in the zone. */
    static Instant moment(String option, String text, ZoneId zone) throws CommandException {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException wrong) {
            throw new CommandException(
                    option + " takes a day, such as 2026-10-01, or a time, such as 2026-10-01T12:00:00Z, not " + text,
                    wrong);
        }
    }

    static YearMonth month(String option, String text) throws CommandException {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException wrong) {
            throw new CommandException(option + " takes a month, such as 2026-10, not " + text, wrong);
        }
    }

    static ZoneId zone(String option, String text) throws CommandException {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException wrong) {
            throw new CommandException(
                    option + " takes a zone of the tz database, such as Europe/Berlin, not " + text, wrong);
        }
    }

    static Amount amount(String text) throws CommandException {
        try {
            return Amount.parse(text);
        } catch (NumberFormatException | ArithmeticException wrong) {
            throw new CommandException("an amount is a number with at most three decimals, not " + text, wrong);
        }
    }

    static URI url(String option, String text) throws CommandException {
        return parsed(text)
                .filter(url -> url.isAbsolute() && url.getHost() != null)
                .orElseThrow(() -> new CommandException(
                        option + " takes an address, such as https://api.example.org, not " + text));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException noUri) {
            return Optional.empty();
        }
    }
}
