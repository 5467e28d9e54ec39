package org.weighhouse.dashboard.internal.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes answers that come from no page. */
final class Answers {

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
}
