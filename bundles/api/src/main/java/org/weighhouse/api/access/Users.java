package org.weighhouse.api.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Secret;

/**
 * Those who may log in, kept in the database. Changes are in force when a method returns, whole or not at all, and are
 * told in the {@link org.weighhouse.api.catalog.CatalogFeed}. There is always one admin at least. Thread-safe; reads are
 * answered from memory.
 */
@ProviderType
public interface Users {

    /** The platform admin that the first start makes. */
    String FIRST_ADMIN = "admin";

    /** The file in the data folder that holds the first admin's password until it is changed. */
    String FIRST_PASSWORD_FILE = "admin-password";

    /** Fewest characters of a password. */
    int MIN_PASSWORD = 12;

    /** Most characters of a password. */
    int MAX_PASSWORD = 256;

    /** Most users of an installation. */
    int MAX_USERS = 10_000;

    /** Most roles of a user. */
    int MAX_ROLES = 1_000;

    /** In the order of their names. */
    List<User> all();

    Optional<User> find(String name);

    /**
     * @param name 1 to 64 characters out of {@code a-z 0-9 . _ @ + -}, the first one a letter or digit
     * @param mustChange whether the user is asked to change the password
     * @throws IllegalArgumentException if there is such a user, the password is too short, too long or easily guessed, or a
     *     role's workspace is unknown
     */
    User create(String name, Secret password, Set<Assignment> roles, boolean mustChange);

    /**
     * Changes a password; whoever is logged in with the old one is logged out.
     *
     * @throws IllegalArgumentException if there is no such user, or the password will not do
     */
    User setPassword(String name, Secret password, boolean mustChange);

    /**
     * Gives a role; giving it twice is no error.
     *
     * @throws IllegalArgumentException if there is no such user or no such workspace
     */
    User grant(String name, Assignment role);

    /**
     * Takes a role away; taking one that is not there is no error.
     *
     * @throws IllegalArgumentException if there is no such user, or no admin would be left
     */
    User revoke(String name, Assignment role);

    /**
     * Gives these roles and takes all others.
     *
     * @throws IllegalArgumentException if there is no such user, no such workspace, or no admin would be left
     */
    User setRoles(String name, Set<Assignment> roles);

    /**
     * Gives the one role in a workspace, instead of whatever was there; none takes somebody out of it. Roles elsewhere stay.
     *
     * @throws IllegalArgumentException if there is no such user or workspace, or it is no role in a workspace
     */
    User setRole(String name, WorkspaceId workspace, Optional<Role> role);

    /**
     * @return whether there was such a user
     * @throws IllegalArgumentException if no admin would be left
     */
    boolean remove(String name);

    /**
     * Checks a password, which takes a moment on purpose: as long for a name that is unknown.
     *
     * @return the user; empty if name and password do not belong together
     * @throws TooManyLoginsException if too many are being checked just now
     */
    Optional<User> authenticate(String name, Secret password);
}
