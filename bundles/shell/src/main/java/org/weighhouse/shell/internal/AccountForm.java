package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.AccountField;
import org.weighhouse.api.channel.ChannelDescriptor;

/** Gathers what a channel has to know of an account. Secrets never come from the command line, and are never shown. */
final class AccountForm {

    /** A larger file is not a secret but a mistake. */
    private static final long MAX_FILE_BYTES = 8_192;

    private final Session session;
    private final ChannelDescriptor channel;
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, Secret> secrets = new HashMap<>();

    /** @param settings what is known already */
    AccountForm(Session session, ChannelDescriptor channel, Map<String, String> settings) {
        this.session = session;
        this.channel = channel;
        this.settings.putAll(settings);
    }

    Map<String, String> settings() {
        return settings;
    }

    Map<String, Secret> secrets() {
        return secrets;
    }

    /** Takes settings, each {@code field=value}. */
    void set(List<String> assignments) throws CommandException {
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 0) {
                throw new CommandException(
                        "--set takes a field, = and a value; fields of " + channel.id() + ": " + names());
            }
            AccountField field = need(assignment.substring(0, equals));
            if (field.secret()) {
                throw new CommandException(field.name() + " is a secret and would stay in the shell's history; leave it"
                        + " out to be asked for it, or use --credential-file");
            }
            settings.put(field.name(), assignment.substring(equals + 1));
        }
    }

    /** Reads secrets from files, each {@code field=file}, or a file alone for the platform's own credential. */
    void read(List<String> files) throws CommandException, IOException {
        for (String each : files) {
            int equals = each.indexOf('=');
            Optional<AccountField> named = equals < 0 ? Optional.empty() : find(each.substring(0, equals));
            AccountField field = named.isPresent() ? named.get() : need(AccountField.CREDENTIAL);
            Path file = Path.of(named.isPresent() ? each.substring(equals + 1) : each);
            put(field, content(file));
        }
    }

    /** Asks for each field that is not there yet. */
    void askForTheRest(PrintStream out) throws CommandException, IOException {
        for (AccountField field : channel.accountFields()) {
            if (!settings.containsKey(field.name()) && !secrets.containsKey(field.name())) {
                ask(field, out);
            }
        }
    }

    /** Asks for some fields, whether they are there or not. */
    void ask(List<String> fields, PrintStream out) throws CommandException, IOException {
        for (String name : fields) {
            ask(need(name), out);
        }
    }

    private void ask(AccountField field, PrintStream out) throws CommandException, IOException {
        Optional<String> answer = answer(field, out);
        if (answer.isPresent()) {
            put(field, answer.get());
        } else if (field.required()) {
            throw new CommandException("no " + field.name() + " was given; nothing changed");
        }
    }

    /** Empty also for a field that is not needed on a console without a keyboard. */
    private Optional<String> answer(AccountField field, PrintStream out) throws CommandException, IOException {
        String prompt = field.label() + (field.required() ? ": " : " (not needed): ");
        try {
            if (!field.help().isBlank()) {
                out.println(field.help());
            }
            String line = session.readLine(prompt, field.secret() ? '*' : null);
            return Optional.ofNullable(line).filter(text -> !text.isBlank());
        } catch (UnsupportedOperationException e) {
            if (!field.required()) {
                return Optional.empty();
            }
            throw new CommandException(
                    "there is no terminal to ask for " + field.name() + "; use "
                            + (field.secret() ? "--credential-file " : "--set ") + field.name() + "=…",
                    e);
        }
    }

    private void put(AccountField field, String text) throws CommandException {
        if (text.isBlank()) {
            throw new CommandException("no " + field.name() + " was given; nothing changed");
        }
        if (field.secret()) {
            secrets.put(field.name(), new Secret(text.strip()));
        } else {
            settings.put(field.name(), text.strip());
        }
    }

    private Optional<AccountField> find(String name) {
        return channel.accountFields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    private AccountField need(String name) throws CommandException {
        return find(name)
                .orElseThrow(() -> new CommandException(
                        "an account of " + channel.id() + " has no field " + name + "; it has " + names()));
    }

    private String names() {
        return channel.accountFields().isEmpty()
                ? "none"
                : channel.accountFields().stream().map(AccountField::name).collect(Collectors.joining(", "));
    }

    private static String content(Path file) throws CommandException, IOException {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new CommandException(file + " is larger than " + MAX_FILE_BYTES + " bytes");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new CommandException("there is no file " + file, e);
        }
    }
}
