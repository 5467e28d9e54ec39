package org.weighhouse.dashboard.internal.gate;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.weighhouse.api.audit.Acting;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.tls.ServerCertificate;
import org.weighhouse.dashboard.internal.security.LoginSession;
import org.weighhouse.dashboard.internal.services.Services;

/**
 * Every request comes through here. Nobody has a session before the login, so whoever has none costs no memory.
 */
public final class Gate implements Filter {

    private final Guests guests = new Guests();
    private final Users users = new Users();

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse response = (HttpServletResponse) anyResponse;
        if (!anyRequest.isSecure() && isTlsRequired()) {
            // Only in the moment from when a certificate is named until the port, which speaks no TLS yet, is shut.
            Answers.refuse(response, HttpServletResponse.SC_FORBIDDEN, "This server speaks HTTPS. Its log says more.");
            return;
        }
        HttpServletRequest request = Origin.of((HttpServletRequest) anyRequest);
        SecurityHeaders.on(response, request.isSecure());
        Optional<HttpSession> session = Optional.ofNullable(request.getSession(false));
        Optional<LoginSession> login = session.flatMap(LoginSession::of);
        if (login.isPresent()) {
            String user = login.get().user().name();
            SecurityHeaders.forOneself(response, Guests.path(request));
            try (Acting.Scope acting = Acting.as(new Actor(user, Actor.Way.DASHBOARD, request.getRemoteAddr()))) {
                users.pass(user, request, response, chain);
            }
        } else {
            session.ifPresent(HttpSession::invalidate);
            guests.pass(request, response, chain);
        }
    }

    private static boolean isTlsRequired() {
        return Services.get()
                .certificate()
                .filter(ServerCertificate::isRequired)
                .isPresent();
    }
}
