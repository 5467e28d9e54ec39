package org.weighhouse.dashboard.internal.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes answers that come from no page. */
final class Answers {

    private static final String COOKIE = "Set-Cookie";

    private Answers() {}

    /** Says why, and ends the connection: what is left of the body is not waited for. */
    static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setHeader("Connection", "close");
        write(response, status, "text/plain;charset=utf-8", why);
    }

    static void write(HttpServletResponse response, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** To an address relative to the one that was asked for, which also holds behind a proxy that adds a prefix. */
    static void redirect(HttpServletResponse response, int status, String relative) {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", relative);
        response.setContentLength(0);
    }

    /** Lets cookies go back over TLS only. The server makes that of the session, and knows nothing of the proxy's TLS. */
    static void secureCookies(HttpServletResponse response) {
        List<String> cookies = List.copyOf(response.getHeaders(COOKIE));
        for (int i = 0; i < cookies.size(); i++) {
            String cookie = cookies.get(i);
            String secure = cookie.matches("(?i).*;\\s*secure\\s*(;.*)?") ? cookie : cookie + "; Secure";
            if (i == 0) {
                response.setHeader(COOKIE, secure);
            } else {
                response.addHeader(COOKIE, secure);
            }
        }
    }
}
