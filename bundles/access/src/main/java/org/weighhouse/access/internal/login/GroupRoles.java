package org.weighhouse.access.internal.login;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighhouse.api.access.Assignment;

/** Which roles the groups of a directory give. A group that is not named gives none, whatever it is called. */
record GroupRoles(Map<String, Set<Assignment>> byGroup) {

    /**
     * @param lines {@code group=role}; the same group may have several lines
     * @throws IllegalArgumentException if a line is not of that form
     */
    static GroupRoles of(String... lines) {
        Map<String, Set<Assignment>> byGroup = new HashMap<>();
        for (String line : lines) {
            int separator = line.lastIndexOf('=');
            if (separator < 1) {
                throw new IllegalArgumentException("groups: a line is <group>=<role>, not " + line);
            }
            byGroup.computeIfAbsent(line.substring(0, separator).strip(), group -> new HashSet<>())
                    .add(Assignment.parse(line.substring(separator + 1).strip()));
        }
        return new GroupRoles(Map.copyOf(byGroup));
    }

    Set<Assignment> of(Collection<String> groups) {
        return groups.stream()
                .flatMap(group -> byGroup.getOrDefault(group, Set.of()).stream())
                .collect(Collectors.toSet());
    }
}
