package org.weighhouse.shell.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;

/** The health checks of this product, asked now. */
final class Checks {

    private static final String OURS = "(" + HealthCheck.TAGS + "=weighhouse)";

    private Checks() {}

    /**
     * How one thing is.
     *
     * @param problems what is wrong and what to do, a sentence or two each
     */
    record Checked(String name, Result.Status status, List<String> problems) {}

    /** By name; those with problems first. */
    static List<Checked> all(Services services) {
        List<Checked> all = new ArrayList<>();
        services.each(
                HealthCheck.class,
                OURS,
                (reference, check) -> all.add(ask(String.valueOf(reference.getProperty(HealthCheck.NAME)), check)));
        all.sort(Comparator.comparing(Checked::status).reversed().thenComparing(Checked::name));
        return all;
    }

    private static Checked ask(String name, HealthCheck check) {
        Result result = check.execute();
        List<String> problems = new ArrayList<>();
        for (ResultLog.Entry entry : result) {
            if (entry.getStatus() != Result.Status.OK) {
                problems.add(entry.getMessage());
            }
        }
        return new Checked(name, result.getStatus(), problems);
    }
}
