package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.weighhouse.api.channel.AccountField;

/** Something a channel has to know of its accounts, as it is stored; {@code ordinal} keeps the order of the form. */
@Embeddable
class ChannelFieldColumns {

    @Column(name = "ordinal")
    private int ordinal;

    @Column(name = "name")
    private String name;

    @Column(name = "label")
    private String label;

    @Column(name = "secret")
    private boolean secret;

    @Column(name = "required")
    private boolean required;

    @Column(name = "help")
    private String help;

    protected ChannelFieldColumns() {}

    ChannelFieldColumns(int ordinal, AccountField field) {
        this.ordinal = ordinal;
        name = field.name();
        label = field.label();
        secret = field.secret();
        required = field.required();
        help = field.help();
    }

    int ordinal() {
        return ordinal;
    }

    AccountField toField() {
        return new AccountField(name, label, secret, required, help);
    }
}
