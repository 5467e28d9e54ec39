package org.weighhouse.shell.internal;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.weighhouse.api.catalog.KeyScope;

@Service
public final class ScopeCompleter implements Completer {

    private final StringsCompleter scopes = new StringsCompleter(
            Arrays.stream(KeyScope.values()).map(KeyScope::slug).toList());

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return scopes.complete(session, line, candidates);
    }
}
