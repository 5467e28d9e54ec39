package org.weighhouse.api.access;

import java.util.Comparator;
import java.util.Optional;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Permission.Scope;

/**
 * A role that somebody has. Its text is the name of the principal that login modules of any kind give.
 *
 * @param workspace the workspace it is given for; empty for a role of the installation
 */
public record Assignment(Role role, Optional<WorkspaceId> workspace) implements Comparable<Assignment> {

    /** The platform admin's. */
    public static final Assignment ADMIN = new Assignment(Role.ADMIN, Optional.empty());

    /** What texts are like, for refusals. */
    public static final String FORMS = "admin, operator, manager:<workspace> or viewer:<workspace>";

    private static final char SEPARATOR = ':';
    private static final Comparator<Assignment> ORDER =
            Comparator.comparing(Assignment::role).thenComparing(Assignment::toString);

    /** @throws IllegalArgumentException if a workspace's role names none, or a role of the installation names one */
    public Assignment {
        if (workspace.isPresent() != (role.scope() == Scope.WORKSPACE)) {
            throw new IllegalArgumentException("a role is " + FORMS);
        }
    }

    /** A role in a workspace. */
    public static Assignment of(Role role, WorkspaceId workspace) {
        return new Assignment(role, Optional.of(workspace));
    }

    /** @throws IllegalArgumentException if the text is not one of {@link #FORMS} */
    public static Assignment parse(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("a role is " + FORMS));
    }

    /** The role a text stands for; empty for any other text, such as the roles of other bundles. */
    public static Optional<Assignment> read(String text) {
        int separator = text.indexOf(SEPARATOR);
        String word = separator < 0 ? text : text.substring(0, separator);
        try {
            return Role.of(word)
                    .map(role -> new Assignment(
                            role,
                            separator < 0
                                    ? Optional.empty()
                                    : Optional.of(new WorkspaceId(text.substring(separator + 1)))));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    public boolean isIn(WorkspaceId place) {
        return workspace.filter(place::equals).isPresent();
    }

    @Override
    public int compareTo(Assignment other) {
        return ORDER.compare(this, other);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return role.word() + workspace.map(id -> SEPARATOR + id.value()).orElse("");
    }
}
