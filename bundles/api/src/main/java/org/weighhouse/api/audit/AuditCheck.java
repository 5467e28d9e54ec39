package org.weighhouse.api.audit;

import java.util.Optional;

/**
 * What a look at the whole trail found.
 *
 * @param entries lines that are as they were written
 * @param problem what is wrong with the first that is not; empty when all is well
 * @param head hash of the last line that is as it was written: whoever keeps it elsewhere can tell later whether anything up
 *     to there was changed
 */
public record AuditCheck(long entries, Optional<String> problem, String head) {}
