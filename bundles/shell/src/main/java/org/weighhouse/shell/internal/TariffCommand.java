package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.catalog.Workspace;

/** What commands about rate cards and price books share: the workspace whose they are. */
abstract class TariffCommand<T> extends WeighhouseCommand {

    @Option(name = "-w", aliases = "--workspace", description = "Workspace; not needed while there is one only")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    /** Those it is about. */
    abstract Tariffs<T> tariffs(Services services) throws CommandException;

    abstract void run(Services services, Workspace of, PrintStream out) throws CommandException, IOException;

    @Override
    final void run(Services services, PrintStream out) throws CommandException, IOException {
        run(services, workspace(services, workspace), out);
    }
}
