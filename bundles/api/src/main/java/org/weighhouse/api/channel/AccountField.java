package org.weighhouse.api.channel;

/**
 * Something a channel has to know of each of its accounts; shell and pages make their forms of it.
 *
 * @param name 1 to 32 letters and digits, such as {@code phoneNumberId}
 * @param label for people
 * @param secret whether it is kept encrypted and never shown
 * @param help one sentence that says where to find it
 */
public record AccountField(String name, String label, boolean secret, boolean required, String help) {

    /** The name that most channels give their platform's own credential. */
    public static final String CREDENTIAL = "credential";

    /** The name of the address that a bot takes at what its platform calls back with. */
    public static final String BOT_WEBHOOK = "botWebhook";

    /** @throws IllegalArgumentException if the name is not of that form */
    public AccountField {
        if (!name.matches("[A-Za-z0-9]{1,32}")) {
            throw new IllegalArgumentException("a field's name has 1 to 32 letters and digits");
        }
    }

    /** The platform's own credential, which a request gets in place of the key. */
    public static AccountField credential(String label, String help) {
        return new AccountField(CREDENTIAL, label, true, true, help);
    }

    /** Where a bot takes what its platform calls back with; checked like the address of an account. */
    public static AccountField botWebhook() {
        return new AccountField(
                BOT_WEBHOOK,
                "Bot's webhook",
                false,
                false,
                "The address at which the bot takes updates: what the platform calls the account's own webhook address with"
                        + " is passed on to it as it came.");
    }
}
