package org.weighhouse.simulator.internal.history;

import java.time.LocalDate;

/**
 * How much happens on one day.
 *
 * @param messages messages sent
 * @param tokens AI tokens spent
 * @param known subscribers who were active earlier in the month
 * @param fresh subscribers who are active for the first time in the month; at most {@code messages}
 * @param spike whether the product inquiry flow is asked unusually much
 */
record DayPlan(LocalDate day, int messages, long tokens, int known, int fresh, boolean spike) {}
