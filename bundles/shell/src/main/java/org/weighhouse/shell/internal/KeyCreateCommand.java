package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.Gateway;

@Service
@Command(
        scope = "weighhouse",
        name = "key-create",
        description = "Makes a key for a workspace's bots and shows it, once")
public final class KeyCreateCommand extends WeighhouseCommand {

    @Option(name = "-w", aliases = "--workspace", description = "Id of the workspace; not needed if there is only one")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    @Option(name = "-l", aliases = "--label", description = "What the key is for")
    String label = "shell";

    @Option(name = "--campaign", description = "Campaign of calls that name none")
    String campaign;

    @Option(name = "--flow", description = "Automation flow of calls that name none")
    String flow;

    @Option(name = "--feature", description = "AI feature of calls that name none")
    String feature;

    @Option(
            name = "-s",
            aliases = "--scope",
            multiValued = true,
            description = "What it is good for: send (pass through the gateway), ingest (report events), read (ask),"
                    + " manage; may be given several times. Without it: send, ingest and read")
    @Completion(ScopeCompleter.class)
    List<String> scopes;

    @Option(
            name = "-e",
            aliases = "--expires",
            description = "When it ends: a number of days, such as 90d, or an instant, such as 2027-01-31T00:00:00Z."
                    + " Without it: never")
    String expires;

    @Option(
            name = "-f",
            aliases = "--from",
            multiValued = true,
            description = "Address or network that it may be used from, such as 203.0.113.7 or 2001:db8::/32; may be"
                    + " given several times. Without it: from everywhere")
    List<String> sources;

    @Option(name = "-q", aliases = "--quiet", description = "Prints the key alone, for scripts")
    boolean quiet;

    @Override
    Permission needs() {
        return Permission.MANAGE;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        Workspace of = workspace(services, workspace);
        Attribution defaults = Attribution.NONE
                .with(Dimension.CAMPAIGN, said(campaign))
                .with(Dimension.AUTOMATION_FLOW, said(flow))
                .with(Dimension.AI_FEATURE, said(feature));
        KeyTerms terms = new KeyTerms(
                label, KeyForm.scopes(said(scopes)), defaults, KeyForm.validity(said(expires), said(sources)));
        ApiKeys.NewKey key = services.need(ApiKeys.class).create(of.id(), terms);
        if (quiet) {
            out.println(key.text());
            return;
        }
        out.println("Key " + key.info().id() + " of workspace " + of.id() + ", good for "
                + KeyForm.shown(terms.scopes()) + ":");
        KeyForm.print(key.text(), out);
        explain(services.find(Gateway.class).map(Gateway::url).orElse("<gateway>"), terms, out);
    }

    private static void explain(String gateway, KeyTerms terms, PrintStream out) {
        if (terms.scopes().contains(KeyScope.SEND)) {
            out.println("Put it where the platform's own credential would go:");
            out.println(
                    "  Telegram  base URL " + gateway + "/telegram  (" + gateway + "/telegram/bot<key>/sendMessage)");
            out.println("  OpenAI    base URL " + gateway + "/openai/v1  (Authorization: Bearer <key>)");
        }
        out.println("  REST API  " + gateway + "/api/v1  (Authorization: Bearer <key>)");
    }
}
