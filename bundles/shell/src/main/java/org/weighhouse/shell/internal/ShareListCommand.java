package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ApiKeys.KeyInfo;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.share.ShareWatch;

@Service
@Command(
        scope = "weighhouse",
        name = "share-list",
        description = "Lists who was refused of late because it came too fast or had its share")
public final class ShareListCommand extends WeighhouseCommand {

    @Option(name = "-w", aliases = "--workspace", description = "Id of the workspace; all of them if not said")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    @Override
    Permission needs() {
        return Permission.LOOK;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        ShellTable table = new ShellTable().emptyTableText("nobody was refused");
        for (String title : List.of("Workspace", "Key", "Refused", "Since", "Last", "Why")) {
            table.column(title);
        }
        List<Workspace> chosen = chosen(services, workspace);
        ShareWatch watch = services.need(ShareWatch.class);
        ApiKeys keys = services.need(ApiKeys.class);
        for (Workspace of : chosen) {
            Map<String, String> labels =
                    keys.list(of.id()).stream().collect(Collectors.toMap(KeyInfo::id, KeyInfo::label));
            watch.episodes(of.id()).forEach(each -> table.addRow()
                    .addContent(
                            of.id(),
                            labels.getOrDefault(each.member(), each.member()),
                            Shown.count(each.requests()),
                            Shown.minute(each.since(), of.zone()),
                            Shown.minute(each.last(), of.zone()),
                            each.why()));
        }
        table.print(out);
    }
}
