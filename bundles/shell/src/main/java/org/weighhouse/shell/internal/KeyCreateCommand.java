package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.Workspace;

@Service
@Command(
        scope = "weighhouse",
        name = "key-create",
        description = "Makes a key for a workspace's bots and shows it, once")
public final class KeyCreateCommand extends WeighhouseCommand {

    private static final String DEFAULT_PORT = "8080";

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
        ApiKeys.NewKey key = services.need(ApiKeys.class).create(of.id(), label, defaults);
        if (quiet) {
            out.println(key.text());
            return;
        }
        out.println("Key " + key.info().id() + " of workspace " + of.id() + ":");
        out.println();
        out.println("  " + key.text());
        out.println();
        out.println("Note it now: only its hash is kept. Put it where the platform's own credential would go:");
        explain(out);
    }

    private static void explain(PrintStream out) {
        String gateway = "http://127.0.0.1:"
                + Optional.ofNullable(System.getenv("WEIGHHOUSE_GATEWAY_PORT")).orElse(DEFAULT_PORT);
        out.println("  Telegram  base URL " + gateway + "/telegram  (" + gateway + "/telegram/bot<key>/sendMessage)");
        out.println("  OpenAI    base URL " + gateway + "/openai/v1  (Authorization: Bearer <key>)");
        out.println("  REST API  " + gateway + "/api/v1  (Authorization: Bearer <key>)");
    }
}
