package org.weighhouse.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.weighhouse.api.access.Permission;

/** Offers files of the server to those who may reach them; the others do not learn their names. */
@Service
public final class ServerFileCompleter implements Completer {

    private final Completer files = new FileCompleter();

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return ConsoleUser.current().access().may(Permission.ADMINISTER)
                ? files.complete(session, line, candidates)
                : -1;
    }
}
