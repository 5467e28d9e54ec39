package org.weighhouse.adapter.meta;

import org.weighhouse.api.channel.AccountField;

/** What every account of Meta's channels may have beside its own id and token. */
public final class MetaFields {

    /** Name of the field with what webhooks are signed with. */
    public static final String APP_SECRET = "appSecret";

    /** Name of the field with what a webhook's address is made sure of with. */
    public static final String VERIFY_TOKEN = "verifyToken";

    private MetaFields() {}

    public static AccountField appSecret() {
        return new AccountField(
                APP_SECRET,
                "App secret",
                true,
                false,
                "In the app's dashboard under App settings, Basic. Webhooks are believed by it; without it none is taken.");
    }

    public static AccountField verifyToken() {
        return new AccountField(
                VERIFY_TOKEN,
                "Verify token",
                true,
                false,
                "Any text of your own; type the same in the app's dashboard where the webhook's address is set.");
    }
}
