package org.weighhouse.dashboard.internal.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes answers that come from no page. */
final class Answers {

    private Answers() {}

    static void text(HttpServletResponse response, int status, String text) throws IOException {
        write(response, status, "text/plain;charset=utf-8", text);
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
