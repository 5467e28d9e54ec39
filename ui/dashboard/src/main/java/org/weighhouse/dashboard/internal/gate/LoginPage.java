package org.weighhouse.dashboard.internal.gate;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.weighhouse.dashboard.internal.component.Logo;
import org.weighhouse.dashboard.internal.component.Look;

/** The login page as HTML. Thread-safe. */
final class LoginPage {

    /** Longest address that is remembered. */
    private static final int MAX_PATH = 1_024;

    private final String template;

    /** @param context of the web application, with the style sheets */
    LoginPage(ServletContext context) {
        String styles = Look.styleSheets(context::getResourceAsStream).stream()
                .map(sheet -> "  <link rel=\"stylesheet\" href=\"" + sheet + "\">")
                .collect(Collectors.joining("\n"));
        template = template()
                .replace("{{scheme}}", Look.SCHEME)
                .replace("{{styles}}", styles)
                .replace("{{logo}}", Logo.HTML);
    }

    /**
     * @param problem why somebody is here, or still here; may be empty
     * @param user the name that was typed; may be empty
     * @param to where to go on to after the login
     */
    String html(String problem, String user, String to) {
        return template.replace("{{problem}}", escaped(problem))
                .replace("{{to}}", escaped(path(to)))
                .replace("{{user}}", escaped(user));
    }

    /** A path of this server, to be put behind a dot and a slash; empty for anything else. */
    static String path(String wanted) {
        boolean plain = wanted.length() <= MAX_PATH && wanted.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return plain ? wanted.replaceFirst("^/+", "") : "";
    }

    /** Why somebody is here again; for words that are none of ours, nothing. */
    static String ended(String reason) {
        return switch (reason) {
            case "idle" -> "You were logged out because nothing was done for a while.";
            case "too_old" -> "You were logged out because the login was a day old.";
            case "ended_by_somebody" -> "Your session was ended by an administrator.";
            case "user_changed" -> "You were logged out because your account or password was changed.";
            case "too_many" -> "You were logged out because you logged in at too many other places.";
            default -> "";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                // Else it could name a place of the template.
                .replace("{", "&#123;");
    }

    private static String template() {
        try (InputStream in = LoginPage.class.getResourceAsStream("login.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
