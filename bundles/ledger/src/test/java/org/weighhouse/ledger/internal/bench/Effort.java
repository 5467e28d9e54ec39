package org.weighhouse.ledger.internal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes have used since they began, as Linux counts it. On other systems everything is zero.
 *
 * @param cpuInUs processor time, user and system; counted in steps of 10 ms
 * @param writtenInBytes what was handed to the disk
 */
record Effort(long cpuInUs, long writtenInBytes) {

    static final Effort NONE = new Effort(0, 0);

    private static final Path PROC = Path.of("/proc");
    private static final long TICK_IN_US = 10_000;
    private static final String WRITTEN = "write_bytes: ";

    /** Fields of /proc/pid/stat, counted from the one after the name in brackets. */
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;
    private static final int CHILDREN_USER_TIME = 13;
    private static final int CHILDREN_SYSTEM_TIME = 14;

    static Effort ofThisProcess() throws IOException {
        return of(ProcessHandle.current().pid(), false);
    }

    /** Of a process and its children, those that have ended included. */
    static Effort ofFamily(long pid) throws IOException {
        Effort sum = of(pid, true);
        for (long child : childrenOf(pid)) {
            sum = sum.plus(of(child, false));
        }
        return sum;
    }

    private static Effort of(long pid, boolean withEndedChildren) throws IOException {
        try {
            Path process = PROC.resolve(Long.toString(pid));
            String[] fields = fields(process);
            long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
            if (withEndedChildren) {
                ticks += Long.parseLong(fields[CHILDREN_USER_TIME]) + Long.parseLong(fields[CHILDREN_SYSTEM_TIME]);
            }
            return new Effort(ticks * TICK_IN_US, written(process));
        } catch (NoSuchFileException e) {
            // It has ended: from now on it is counted with its parent.
            return NONE;
        }
    }

    private static List<Long> childrenOf(long parent) throws IOException {
        if (!Files.isDirectory(PROC)) {
            return List.of();
        }
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                    .map(process -> process.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .filter(pid -> isChild(pid, parent))
                    .toList();
        }
    }

    private static boolean isChild(long pid, long parent) {
        return ProcessHandle.of(pid)
                .flatMap(ProcessHandle::parent)
                .map(found -> found.pid() == parent)
                .orElse(false);
    }

    private static String[] fields(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static long written(Path process) throws IOException {
        return Files.readAllLines(process.resolve("io")).stream()
                .filter(line -> line.startsWith(WRITTEN))
                .mapToLong(line -> Long.parseLong(line.substring(WRITTEN.length())))
                .sum();
    }

    Effort plus(Effort other) {
        return new Effort(cpuInUs + other.cpuInUs, writtenInBytes + other.writtenInBytes);
    }

    Effort minus(Effort other) {
        return new Effort(cpuInUs - other.cpuInUs, writtenInBytes - other.writtenInBytes);
    }
}
