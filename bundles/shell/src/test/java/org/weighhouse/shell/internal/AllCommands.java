package org.weighhouse.shell.internal;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;

/** Every command there is, found by what Karaf finds them by: none can be added without being tested. */
final class AllCommands {

    private static final Path CLASSES = Path.of("target/classes/org/weighhouse/shell/internal");

    private AllCommands() {}

    static List<WeighhouseCommand> made() throws IOException {
        try (Stream<Path> files = Files.list(CLASSES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .sorted()
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> type.isAnnotationPresent(Command.class))
                    .map(AllCommands::make)
                    .toList();
        }
    }

    static String name(WeighhouseCommand command) {
        return command.getClass().getAnnotation(Command.class).name();
    }

    /** Sets an option or argument, if the command has one of that name. */
    static boolean set(WeighhouseCommand command, String field, String value) throws ReflectiveOperationException {
        for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field each : type.getDeclaredFields()) {
                if (each.getName().equals(field) && each.getType() == String.class) {
                    each.setAccessible(true);
                    each.set(command, value);
                    return true;
                }
            }
        }
        return false;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(AllCommands.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WeighhouseCommand make(Class<?> type) {
        try {
            return (WeighhouseCommand) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
