package org.weighhouse.dashboard.internal.gate;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Requests of those who are not logged in: the login page and what it looks like, and the way there from anywhere else. */
final class Guests {

    private static final Pattern STYLE_SHEET = Pattern.compile("/styles/[a-z]+\\.css");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** What says that a request is an open page's, not a person's. */
    private static final String BY_A_PAGE = ApplicationConstants.REQUEST_TYPE_PARAMETER + "=";

    private static final String UPDATE = BY_A_PAGE + ApplicationConstants.REQUEST_TYPE_UIDL;

    private static final String FOR_A_PAGE = "application/json;charset=utf-8";

    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        if (path.equals(LoginServlet.PATH)) {
            chain.doFilter(new Guest(request, true), response);
        } else if (isPublic(path) && READING.contains(request.getMethod())) {
            chain.doFilter(new Guest(request, false), response);
        } else if (query.contains(UPDATE)) {
            // The page whose login has ended then loads itself anew, and comes to the login.
            Answers.write(
                    response, HttpServletResponse.SC_OK, FOR_A_PAGE, VaadinService.createSessionExpiredJSON(true));
        } else if (query.contains(BY_A_PAGE) || !READING.contains(request.getMethod())) {
            Answers.refuse(response, HttpServletResponse.SC_FORBIDDEN, "Session expired");
        } else {
            Answers.redirect(response, HttpServletResponse.SC_FOUND, toLogin(path, query));
        }
    }

    /** What the login page looks like; no file here tells anything. */
    private static boolean isPublic(String path) {
        return path.equals("/icon.svg") || STYLE_SHEET.matcher(path).matches();
    }

    /** Within the web application, with a slash in front. */
    static String path(HttpServletRequest request) {
        return request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    /** Up to where the pages begin, and on to where the person wanted to go. */
    private static String toLogin(String path, String query) {
        String up = "../".repeat((int) path.chars().filter(c -> c == '/').count() - 1);
        String wanted = path.substring(1) + (query.isEmpty() ? "" : "?" + query);
        String login = up + LoginServlet.PATH.substring(1);
        return wanted.isEmpty() ? login : login + "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /** A request that makes no session, whatever it meets. */
    private static final class Guest extends HttpServletRequestWrapper {

        private final boolean mayLogIn;

        Guest(HttpServletRequest request, boolean mayLogIn) {
            super(request);
            this.mayLogIn = mayLogIn;
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }

        @Override
        public HttpSession getSession(boolean create) {
            if (create && !mayLogIn) {
                throw new IllegalStateException("a guest has no session");
            }
            return super.getSession(create);
        }
    }
}
