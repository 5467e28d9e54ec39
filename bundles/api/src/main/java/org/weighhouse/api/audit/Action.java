package org.weighhouse.api.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a trail tells of. New ones are added at the end; none is ever renamed, for trails hold their names. */
public enum Action {
    LOGIN("Login"),
    LOGOUT("Logout"),
    SESSION_ENDED("Session ended"),
    USER_CREATED("User made"),
    USER_PASSWORD("Password set"),
    USER_ROLE_GIVEN("Role given"),
    USER_ROLE_TAKEN("Role taken"),
    USER_REMOVED("User removed"),
    WORKSPACE_CREATED("Workspace made"),
    WORKSPACE_CHANGED("Workspace changed"),
    PLAN_SAVED("Plan saved"),
    RATE_CARD_SAVED("Rate card saved"),
    PRICE_BOOK_SAVED("Price book saved"),
    ACCOUNT_CONNECTED("Account connected"),
    ACCOUNT_CHANGED("Account changed"),
    ACCOUNT_STANDARD("Account made standard"),
    ACCOUNT_DISCONNECTED("Account disconnected"),
    KEY_CREATED("Key made"),
    KEY_ROTATED("Key rotated"),
    KEY_REVOKED("Key revoked"),
    CREDITS_GIVEN("Credits given"),
    USAGE_CORRECTED("Usage corrected"),
    REPORT_EXPORTED("Report exported"),
    TRAIL_EXPORTED("Audit trail exported"),
    SETTINGS_CHANGED("Settings changed"),
    /** Repeated things of a minute that were too many to be told apart. */
    OTHERS("Others, too many to tell apart"),
    BACKUP_MADE("Backup made"),
    TOKEN_CREATED("Token made"),
    TOKEN_REVOKED("Token revoked"),
    USER_ROLES_SET("Roles set");

    private final String title;

    Action(String title) {
        this.title = title;
    }

    /** For people, such as {@code Key made}. */
    public String title() {
        return title;
    }

    /** For files and consoles, such as {@code key-created}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Action> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(action -> action.slug().equals(slug))
                .findFirst();
    }
}
