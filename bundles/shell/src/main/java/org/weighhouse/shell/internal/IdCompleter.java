package org.weighhouse.shell.internal;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.osgi.framework.BundleContext;

/** Offers ids out of the catalog. */
abstract class IdCompleter implements Completer {

    @Reference
    BundleContext bundle;

    /** @param user who would use them */
    abstract Stream<String> ids(Services services, ConsoleUser user);

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        try (Services services = new Services(bundle)) {
            return new StringsCompleter(ids(services, ConsoleUser.current()).toList())
                    .complete(session, line, candidates);
        }
    }
}
