package org.weighhouse.api.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** HTTP header fields in their order, repeats kept, names compared without case. Immutable. */
public record Headers(List<Field> fields) {

    public record Field(String name, String value) {
        public boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    public static final Headers NONE = new Headers(List.of());

    public Headers {
        fields = List.copyOf(fields);
    }

    public static Headers of(String name, String value) {
        return new Headers(List.of(new Field(name, value)));
    }

    /** The first field of that name. */
    public Optional<String> first(String name) {
        return fields.stream().filter(field -> field.is(name)).map(Field::value).findFirst();
    }

    /** These fields and one more at the end. */
    public Headers and(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Headers(more);
    }

    /** These fields, those of a name with another value: at their place and spelled as they are; at the end if there is none. */
    public Headers with(String name, String value) {
        return first(name).isEmpty()
                ? and(name, value)
                : new Headers(fields.stream()
                        .map(field -> field.is(name) ? new Field(field.name(), value) : field)
                        .toList());
    }

    /** These fields without those of a name. */
    public Headers without(String name) {
        return without(field -> field.is(name));
    }

    public Headers without(Predicate<Field> unwanted) {
        return new Headers(fields.stream().filter(unwanted.negate()).toList());
    }
}
