package org.weighhouse.catalog.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.MadeUpPassword;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.Secret;

/**
 * Sees to it that there is an admin who can get in. Without any, {@code admin} is made with a random password, which lies in
 * a file until it is changed: the file is there before the user is, so a crash in between loses nothing.
 *
 * <p>The environment goes before that, and is the way back in for somebody who forgot the password: one that is another than
 * the last time becomes the admin's. One that stays the same does nothing, so that it does not undo a change.
 */
final class FirstAdmin {

    /** Environment variable with the admin's password. */
    static final String VARIABLE = "WEIGHHOUSE_ADMIN_PASSWORD";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

    /** Name of the setting that holds the hash of the password that the environment had last. */
    private static final String APPLIED = "admin.password.applied";

    private final PasswordFile file;
    private final String given;

    FirstAdmin(Path folder, Map<String, String> environment) {
        file = new PasswordFile(folder);
        given = environment.getOrDefault(VARIABLE, "");
    }

    void ensure(UserStore users, CatalogDatabase database) {
        if (!given.isBlank()) {
            apply(new Secret(given), users, database);
        }
        if (!users.hasAdmin()) {
            Secret password = MadeUpPassword.next();
            try {
                file.write(password);
            } catch (IOException e) {
                throw new UncheckedIOException("the first admin's password cannot be kept", e);
            }
            makeAdmin(users, password, true);
            LOG.info("User {} was made. The password is in {} until it is changed.", Users.FIRST_ADMIN, file.path());
        }
    }

    /** The file holds what is no password any more. */
    void passwordChanged(String name) {
        if (name.equals(Users.FIRST_ADMIN)) {
            try {
                file.delete();
            } catch (IOException e) {
                LOG.warn("{} holds a password that is no longer in force, and cannot be deleted", file.path(), e);
            }
        }
    }

    private void apply(Secret password, UserStore users, CatalogDatabase database) {
        SettingRow applied = database.write(em -> em.find(SettingRow.class, APPLIED));
        if (applied != null && new PasswordHash(applied.content()).matches(password)) {
            return;
        }
        try {
            makeAdmin(users, password, false);
        } catch (IllegalArgumentException refused) {
            LOG.error("{} is not taken: {}", VARIABLE, refused.getMessage());
            return;
        }
        SettingRow row = new SettingRow(APPLIED, PasswordHash.of(password).text());
        database.run(em -> em.merge(row));
        LOG.info("The password of {} was set to that of {}.", Users.FIRST_ADMIN, VARIABLE);
    }

    private static void makeAdmin(UserStore users, Secret password, boolean mustChange) {
        if (users.find(Users.FIRST_ADMIN).isEmpty()) {
            users.create(Users.FIRST_ADMIN, password, Set.of(Assignment.ADMIN), mustChange);
        } else {
            users.grant(Users.FIRST_ADMIN, Assignment.ADMIN);
            users.setPassword(Users.FIRST_ADMIN, password, mustChange);
        }
    }
}
