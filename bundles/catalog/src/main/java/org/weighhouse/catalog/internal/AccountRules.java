package org.weighhouse.catalog.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.weighhouse.api.Texts;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.AccountField;

/** Which details of a channel account can be stored, and how. No message shows a value. */
final class AccountRules {

    private static final int MAX_URL = 1_024;

    private AccountRules() {}

    /**
     * The details with the address as it is stored, without a slash at its end, and without empty settings, which mean
     * "none". Empty secrets are left: {@link #changed} needs them.
     *
     * @throws IllegalArgumentException if something is too long or of a wrong form
     */
    static AccountDetails checked(AccountDetails details) {
        Require.text("the name of an account", details.name(), AccountDetails.MAX_NAME_LENGTH);
        if (details.settings().size() + details.secrets().size() > AccountDetails.MAX_FIELDS) {
            throw new IllegalArgumentException("an account has at most " + AccountDetails.MAX_FIELDS + " fields");
        }
        details.settings().forEach(AccountRules::field);
        details.secrets().forEach((name, secret) -> field(name, secret.value()));
        Set<String> both = new HashSet<>(details.settings().keySet());
        both.retainAll(details.secrets().keySet());
        if (!both.isEmpty()) {
            throw new IllegalArgumentException(both.iterator().next() + " is given as a setting and as a secret");
        }
        return new AccountDetails(
                details.name(),
                address(details.baseUrl()),
                filled(details.settings(), String::isBlank),
                details.secrets());
    }

    /** The secrets as they are after a change: those not given stay, those given empty go. */
    static Map<String, Secret> changed(Map<String, Secret> before, Map<String, Secret> given) {
        Map<String, Secret> after = new HashMap<>(before);
        after.putAll(given);
        return filled(after, secret -> secret.value().isBlank());
    }

    /** @throws IllegalArgumentException if a field is missing, unknown, or a secret where it should be none, or contrary */
    static void fields(
            String channel, List<AccountField> fields, Map<String, String> settings, Map<String, Secret> secrets) {
        Map<String, AccountField> known =
                fields.stream().collect(Collectors.toMap(AccountField::name, field -> field, (one, other) -> one));
        settings.keySet().forEach(name -> place(channel, known, name, false));
        secrets.keySet().forEach(name -> place(channel, known, name, true));
        for (AccountField field : fields) {
            if (field.required() && !settings.containsKey(field.name()) && !secrets.containsKey(field.name())) {
                throw new IllegalArgumentException(
                        "an account of " + channel + " needs " + field.name() + " (" + field.label() + ")");
            }
        }
    }

    private static void place(String channel, Map<String, AccountField> known, String name, boolean secret) {
        AccountField field = known.get(name);
        if (field == null) {
            throw new IllegalArgumentException("an account of " + channel + " has no field " + name + "; it has "
                    + (known.isEmpty()
                            ? "none"
                            : known.keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
        if (field.secret() != secret) {
            throw new IllegalArgumentException(
                    name + " of " + channel + (field.secret() ? " is a secret, not a setting" : " is no secret"));
        }
    }

    private static void field(String name, String value) {
        if (!name.matches("[A-Za-z0-9]{1,32}")) {
            throw new IllegalArgumentException("the name of a field has 1 to 32 letters and digits");
        }
        if (value.length() > AccountDetails.MAX_LENGTH) {
            throw new IllegalArgumentException(name + " has more than " + AccountDetails.MAX_LENGTH + " characters");
        }
        if (!isText(value)) {
            throw new IllegalArgumentException(name + " holds a control character");
        }
    }

    /** Line breaks and tabs are let through: keys of service accounts have several lines. */
    private static boolean isText(String value) {
        return Texts.isPlain(value.replace("\n", "").replace("\r", "").replace("\t", ""));
    }

    private static <T> Map<String, T> filled(Map<String, T> values, Predicate<T> empty) {
        Map<String, T> filled = new HashMap<>(values);
        filled.values().removeIf(empty);
        return filled;
    }

    private static URI address(URI baseUrl) {
        String text = baseUrl.toString().replaceFirst("/+$", "");
        plain("a base address", baseUrl);
        if (baseUrl.getRawQuery() != null) {
            throw new IllegalArgumentException("a base address has no query");
        }
        if (text.length() > MAX_URL) {
            throw new IllegalArgumentException("a base address has at most " + MAX_URL + " characters");
        }
        return URI.create(text);
    }

    /**
     * The address among the settings that things are sent to; a query is its own affair.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Optional<URI> botWebhook(AccountDetails details) {
        return Optional.ofNullable(details.settings().get(AccountField.BOT_WEBHOOK))
                .map(text -> {
                    try {
                        URI address = new URI(text);
                        plain(AccountField.BOT_WEBHOOK, address);
                        return address;
                    } catch (URISyntaxException e) {
                        throw new IllegalArgumentException(AccountField.BOT_WEBHOOK + " is not an address", e);
                    }
                });
    }

    private static void plain(String what, URI address) {
        String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || address.getHost() == null) {
            throw new IllegalArgumentException(what + " starts with http:// or https:// and names a host");
        }
        if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException(what + " has no user or fragment");
        }
    }
}
