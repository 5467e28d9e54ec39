package org.weighhouse.catalog.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.User;

/** A user as it is stored: the password's hash, never the password. */
@Entity
@Table(name = "catalog_user")
class UserRow {

    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "password")
    private String password;

    @Column(name = "must_change")
    private boolean mustChange;

    @Column(name = "stamp")
    private long stamp;

    @Column(name = "created")
    private long created;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "catalog_user_role", joinColumns = @JoinColumn(name = "user_name"))
    @Column(name = "assignment")
    private Set<String> roles = new HashSet<>();

    protected UserRow() {}

    UserRow(StoredUser user) {
        name = user.info().name();
        password = user.hash().text();
        mustChange = user.info().mustChange();
        stamp = user.info().stamp();
        created = user.info().created().toEpochMilli();
        user.info().roles().forEach(role -> roles.add(role.toString()));
    }

    StoredUser toUser() {
        User info = new User(
                name, roles.stream().map(Assignment::parse).toList(), mustChange, stamp, Instant.ofEpochMilli(created));
        return new StoredUser(info, new PasswordHash(password));
    }
}
