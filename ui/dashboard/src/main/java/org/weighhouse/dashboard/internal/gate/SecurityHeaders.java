package org.weighhouse.dashboard.internal.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Tells browsers to take everything from here, not to frame the pages, guess types or pass addresses on. */
final class SecurityHeaders {

    /** Vaadin starts its pages by inline scripts and evaluates what the server sends; both come from here only. */
    static final String CONTENT_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /** Where the program itself is. */
    private static final List<String> SHARED = List.of("/VAADIN/build/", "/VAADIN/static/", "/styles/", "/icon.svg");

    private SecurityHeaders() {}

    /** @param secure whether the browser speaks TLS: it then does not speak anything else here for a year */
    static void on(HttpServletResponse response, boolean secure) {
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** Nobody but who asked sees an answer, also not the next who sits down there; files that are the same for all are kept. */
    static void forOneself(HttpServletResponse response, String path) {
        if (SHARED.stream().noneMatch(path::startsWith)) {
            response.setHeader("Cache-Control", "no-store");
        }
    }
}
