package org.weighhouse.shell.internal;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.weighhouse.api.audit.Action;

@Service
public final class ActionCompleter implements Completer {

    static final List<String> SLUGS =
            Arrays.stream(Action.values()).map(Action::slug).toList();

    private final StringsCompleter actions = new StringsCompleter(SLUGS);

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return actions.complete(session, line, candidates);
    }
}
