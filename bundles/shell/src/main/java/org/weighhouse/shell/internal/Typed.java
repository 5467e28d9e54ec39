package org.weighhouse.shell.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.apache.karaf.shell.support.CommandException;

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

    static URI url(String option, String text) throws CommandException {
        try {
            URI url = new URI(text);
            if (url.isAbsolute() && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException wrong) {
            throw noUrl(option, text);
        }
        throw noUrl(option, text);
    }

    private static CommandException noUrl(String option, String text) {
        return new CommandException(option + " takes an address, such as https://api.example.org, not " + text);
    }
}
