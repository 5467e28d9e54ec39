package org.weighhouse.dashboard.internal.gate;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.dashboard.internal.security.LoginService;
import org.weighhouse.dashboard.internal.security.LoginService.Outcome;
import org.weighhouse.dashboard.internal.security.LoginSession;

/**
 * Name and password, then on to the page that was wanted. A form of plain HTML and no page of Vaadin's: whoever is not logged
 * in needs no session for it. Its body is waited for without a thread.
 */
public final class LoginServlet extends HttpServlet {

    public static final String PATH = "/login";

    /** Logins under way from one address, those still being sent included. */
    static final int MAX_LOGINS_OF_AN_ADDRESS = 20;

    /** The same from all addresses. */
    static final int MAX_LOGINS = 1_000;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LoginServlet.class);
    private static final int TOO_MANY = 429;

    private final transient Shares logins = new Shares(MAX_LOGINS_OF_AN_ADDRESS, MAX_LOGINS);

    private transient Optional<LoginPage> page = Optional.empty();

    @Override
    public void init() {
        page = Optional.of(new LoginPage(getServletContext()));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isLoggedIn(request)) {
            Answers.redirect(response, HttpServletResponse.SC_FOUND, "./");
            return;
        }
        // Of the address line only: asking for a parameter could read a body.
        Map<String, String> asked =
                Form.fields(Optional.ofNullable(request.getQueryString()).orElse(""));
        String why = LoginPage.ended(asked.getOrDefault("ended", ""));
        show(response, HttpServletResponse.SC_OK, why, "", asked.getOrDefault("to", ""));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getRemoteAddr();
        if (!isOurForm(request)) {
            Answers.refuse(response, HttpServletResponse.SC_FORBIDDEN, "This form came from another site.");
        } else if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > Form.MAX_BYTES) {
            Answers.refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "This is not the login form.");
        } else if (!logins.take(address)) {
            Answers.refuse(
                    response, TOO_MANY, "Too many logins are under way from your address; try again in a moment.");
        } else {
            // As the gate made it: where it really comes from would be forgotten otherwise.
            AsyncContext exchange = request.startAsync(request, response);
            Form.read(
                    exchange,
                    fields -> Thread.ofVirtual().name("weighhouse-login").start(() -> logIn(exchange, fields)),
                    () -> logins.giveBack(address));
        }
    }

    private void logIn(AsyncContext exchange, Map<String, String> fields) {
        HttpServletRequest request = (HttpServletRequest) exchange.getRequest();
        HttpServletResponse response = (HttpServletResponse) exchange.getResponse();
        String user = fields.getOrDefault("user", "").strip();
        try {
            Outcome outcome = LoginService.login(request, user, fields.getOrDefault("password", ""));
            if (request.isSecure()) {
                Answers.secureCookies(response);
            }
            answer(response, outcome, user, fields.getOrDefault("to", ""));
        } catch (IOException gone) {
            LOG.debug("Who logged in has gone", gone);
        } catch (RuntimeException mistake) {
            LOG.error("A login failed", mistake);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } finally {
            end(exchange);
        }
    }

    private static void end(AsyncContext exchange) {
        try {
            exchange.complete();
        } catch (IllegalStateException timedOut) {
            LOG.debug("A login came too late for its answer", timedOut);
        }
    }

    private void answer(HttpServletResponse response, Outcome outcome, String user, String to) throws IOException {
        switch (outcome) {
            // The dot keeps it on this server: whatever follows is a path.
            case Outcome.LoggedIn in ->
                Answers.redirect(response, HttpServletResponse.SC_SEE_OTHER, "./" + LoginPage.path(to));
            case Outcome.NoRole none ->
                show(response, 403, "Your account has no role yet. Ask an administrator for one.", user, to);
            case Outcome.WrongPassword wrong ->
                show(response, 401, "That user name and password do not match.", user, to);
            case Outcome.TooMany tooMany -> {
                long seconds = Math.max(1, tooMany.left().plusMillis(999).toSeconds());
                response.setHeader("Retry-After", Long.toString(seconds));
                show(response, TOO_MANY, "Too many attempts. Try again in " + seconds + " s.", user, to);
            }
        }
    }

    private void show(HttpServletResponse response, int status, String problem, String user, String to)
            throws IOException {
        String html = page.orElseThrow().html(problem, user, to);
        Answers.write(response, status, "text/html;charset=utf-8", html);
    }

    private static boolean isLoggedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(LoginSession::of)
                .isPresent();
    }

    /** Browsers say where a form is from; another site must not log somebody in as somebody else. */
    private static boolean isOurForm(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return from == null || from.equals("same-origin") || from.equals("none");
    }
}
