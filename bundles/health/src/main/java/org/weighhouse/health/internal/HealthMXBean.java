package org.weighhouse.health.internal;

import java.util.List;

/** A health check as management tools see it; whoever reads an attribute has it looked at anew. */
public interface HealthMXBean {

    /** {@code OK}, {@code WARN} or {@code CRITICAL}. */
    String getStatus();

    /** What is wrong and what to do, a sentence or two each. */
    List<String> getProblems();
}
