package org.weighhouse.access.internal.login;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.Locale;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.weighhouse.api.catalog.Secret;

/**
 * Who wants to log in, with what, and from where.
 *
 * @param way how, such as {@code ssh}; for the log
 * @param address where from, without a port, which is another one each time
 */
record Attempt(String user, Secret password, String way, String address) {

    /** Longest name and address that are looked at. */
    private static final int MAX_LENGTH = 256;

    /** Empty for logins by other means than a password, such as a public key. */
    static Optional<Attempt> of(Subject subject, CallbackHandler handler) throws LoginException {
        NameCallback name = new NameCallback("User: ");
        PasswordCallback password = new PasswordCallback("Password: ", false);
        try {
            handler.handle(new Callback[] {name});
            handler.handle(new Callback[] {password});
        } catch (UnsupportedCallbackException noPassword) {
            return Optional.empty();
        } catch (IOException e) {
            throw (LoginException) new LoginException("name and password cannot be read").initCause(e);
        }
        if (name.getName() == null || password.getPassword() == null) {
            return Optional.empty();
        }
        String text = new String(password.getPassword());
        password.clearPassword();
        Optional<ClientPrincipal> client =
                subject.getPrincipals(ClientPrincipal.class).stream().findFirst();
        return Optional.of(new Attempt(
                cut(name.getName().strip().toLowerCase(Locale.ROOT)),
                new Secret(text),
                client.map(ClientPrincipal::getMethod).orElse("login"),
                cut(host(client.map(ClientPrincipal::getAddress).orElse("")))));
    }

    /** The host in what {@link SocketAddress} shows, such as {@code /127.0.0.1:4711} or {@code /[::1]:4711}. */
    static String host(String shown) {
        String text = shown.startsWith("/") ? shown.substring(1) : shown;
        int port = text.lastIndexOf(':');
        boolean hasPort = port > 0 && (text.charAt(port - 1) == ']' || text.indexOf(':') == port);
        String host = hasPort ? text.substring(0, port) : text;
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), MAX_LENGTH));
    }
}
