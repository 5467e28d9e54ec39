package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.weighhouse.dashboard.internal.data.ChannelView.Account;

/** A channel account: its name, where it leads, and the path its platform calls back at. */
public final class AccountItem extends ListItem {

    /** Browsers give no clipboard to pages without TLS; then the path is selected instead. */
    private static final String COPY = """
            const code = this.previousElementSibling;
            const said = () => { this.textContent = 'Copied'; };
            const select = () => { getSelection().selectAllChildren(code); };
            navigator.clipboard ? navigator.clipboard.writeText(code.textContent).then(said, select) : select();
            """;

    public AccountItem(Account account) {
        setId("account-" + account.id());
        addClassName("wh-account");
        Span name = new Span(account.name());
        Span host = new Span(account.host());
        host.addClassName("wh-muted");
        Div line = new Div(name, host);
        if (account.standard()) {
            Span standard = new Span("Standard");
            standard.addClassName("wh-pill");
            standard.setTitle("Meant by requests that name no account");
            line.add(standard);
        }
        add(line);
        if (!account.webhook().isEmpty()) {
            add(webhook(account));
        }
    }

    private static Div webhook(Account account) {
        Code path = new Code(account.webhook());
        path.setId("account-" + account.id() + "-webhook");
        NativeButton copy = new NativeButton("Copy");
        copy.setId("account-" + account.id() + "-copy");
        copy.addClassName("wh-plain-button");
        copy.getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-label", "Copy the webhook path of " + account.name())
                // In the browser and within the click, or it would not be allowed to.
                .setAttribute("onclick", COPY);
        Span label = new Span("Webhook");
        label.addClassName("wh-muted");
        return new Div(label, path, copy);
    }
}
