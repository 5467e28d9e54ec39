package org.weighhouse.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.jline.reader.UserInterruptException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.UserPrincipal;

/** As much of the framework and the console as a command touches: services by type, a folder, a typed-in line. */
final class FakeKaraf {

    private static final String TYPE = "type";

    private final Map<Object, String> properties = new HashMap<>();
    private final Map<Class<?>, Object> services = new HashMap<>();
    private final Path folder;
    /** What the operator was asked, each with the mask of what is typed. */
    final List<String> prompts = new ArrayList<>();

    private final Deque<String> typed = new ArrayDeque<>();
    private boolean interrupted;
    private Subject subject = subject("admin");

    FakeKaraf(Path folder) {
        this.folder = folder;
    }

    <T> void provide(Class<T> type, T service) {
        services.put(type, service);
    }

    /** Who acts from now on, by the names of their roles; an admin until then. */
    void actAs(String... roles) {
        subject = subject(roles);
    }

    /** One of our users acts from now on. */
    void actAs(User user) {
        subject = subject(user.roles().stream().map(Assignment::toString).toArray(String[]::new));
        subject.getPrincipals().add(new UserPrincipal(user));
    }

    private static Subject subject(String... roles) {
        Subject subject = new Subject();
        for (String role : roles) {
            subject.getPrincipals().add(new RolePrincipal(role));
        }
        return subject;
    }

    /** The operator's answers, one a question; without any it is a console without a keyboard. */
    void types(String... lines) {
        typed.clear();
        typed.addAll(List.of(lines));
    }

    /** The operator types Ctrl-C at the next question. */
    void interrupts() {
        interrupted = true;
    }

    /** Runs a command as the console does and returns what it printed. */
    String run(WeighhouseCommand command) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        run(command, printed);
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** For a command that fails after it printed something. */
    void run(WeighhouseCommand command, ByteArrayOutputStream printed) throws Exception {
        command.bundle = proxy(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
            case "getServiceReference" -> reference((Class<?>) arguments[0]);
            case "getServiceReferences" ->
                services.containsKey(arguments[0]) ? List.of(reference((Class<?>) arguments[0])) : List.of();
            case "getService" -> services.get(typeOf(arguments[0]));
            case "ungetService" -> true;
            default -> throw new UnsupportedOperationException(method.getName());
        });
        command.session = proxy(Session.class, (self, method, arguments) -> switch (method.getName()) {
            case "currentDir" -> folder;
            case "getTerminal" -> null;
            case "readLine" -> readLine((String) arguments[0], (Character) arguments[1]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Subject.callAs(subject, command::execute);
        } catch (CompletionException e) {
            throw (Exception) e.getCause();
        } finally {
            System.setOut(before);
        }
    }

    private String readLine(String prompt, Character mask) {
        if (interrupted) {
            throw new UserInterruptException("");
        }
        if (typed.isEmpty()) {
            throw new UnsupportedOperationException("there is no terminal");
        }
        prompts.add(prompt + mask);
        return typed.removeFirst();
    }

    /** What services say of themselves. */
    void say(String property, String value) {
        properties.put(property, value);
    }

    private ServiceReference<?> reference(Class<?> type) {
        return services.containsKey(type)
                ? proxy(ServiceReference.class, (self, method, arguments) -> switch (method.getName()) {
                    case "getProperty" -> arguments[0].equals(TYPE) ? type : properties.get(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                })
                : null;
    }

    private static Class<?> typeOf(Object reference) {
        return (Class<?>) ((ServiceReference<?>) reference).getProperty(TYPE);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FakeKaraf.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
