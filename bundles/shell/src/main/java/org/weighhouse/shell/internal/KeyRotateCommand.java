package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.Duration;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.catalog.ApiKeys;

@Service
@Command(
        scope = "weighhouse",
        name = "key-rotate",
        description = "Gives a key a new text and shows it, once; the old one is good a while longer")
public final class KeyRotateCommand extends KeyCommand {

    @Option(
            name = "-o",
            aliases = "--overlap",
            description = "For how long the old text is good as well: 7d, 12h, 30m; 0m ends it at once")
    String overlap = "1d";

    @Option(name = "-q", aliases = "--quiet", description = "Prints the key alone, for scripts")
    boolean quiet;

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        Duration both = KeyForm.time(overlap);
        ApiKeys.NewKey key = known(services).rotate(id, both).orElseThrow(this::unknown);
        if (quiet) {
            out.println(key.text());
            return;
        }
        out.println("Key " + id + " of workspace " + key.info().workspace() + " has a new text:");
        KeyForm.print(key.text(), out);
        out.println(
                both.isZero()
                        ? "The old one is good for nothing any more."
                        : "The old one is good for " + overlap + " more.");
    }
}
