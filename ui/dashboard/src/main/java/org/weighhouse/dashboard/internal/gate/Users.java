package org.weighhouse.dashboard.internal.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Requests of those who are logged in: bounded in size, and in how many of one user are worked on at once. Thread-safe. */
final class Users {

    /** Longest body; pages send what was clicked and typed, far less than this. */
    static final int MAX_BODY_BYTES = 256 * 1024;

    /** Bodies in memory at once, of all users. Vaadin makes up to twenty times as much of them. */
    static final long MAX_BODIES_BYTES = 8 * 1024 * 1024;

    /** Requests of one user that are worked on at once. */
    static final int MAX_REQUESTS_OF_A_USER = 12;

    /** Fewer than the server has threads. */
    static final int MAX_REQUESTS = 120;

    private static final int LENGTH_REQUIRED = 411;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int BUSY = 503;

    private final Shares requests = new Shares(MAX_REQUESTS_OF_A_USER, MAX_REQUESTS);
    private final AtomicLong bodies = new AtomicLong();

    void pass(String user, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long length = Math.max(0, request.getContentLengthLong());
        if (request.getHeader("Transfer-Encoding") != null) {
            Answers.refuse(response, LENGTH_REQUIRED, "Say how long the body is.");
        } else if (length > MAX_BODY_BYTES) {
            Answers.refuse(response, TOO_LARGE, "The body is longer than " + MAX_BODY_BYTES + " bytes.");
        } else if (!requests.take(user)) {
            Answers.refuse(response, TOO_MANY, "Too many requests of yours are under way.");
        } else {
            try {
                passWithin(length, request, response, chain);
            } finally {
                requests.giveBack(user);
            }
        }
    }

    private void passWithin(long length, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            if (bodies.addAndGet(length) > MAX_BODIES_BYTES) {
                Answers.refuse(response, BUSY, "Too much is under way; try again shortly.");
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            bodies.addAndGet(-length);
        }
    }
}
