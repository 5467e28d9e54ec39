package org.weighhouse.itests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is in a Karaf.
 *
 * @param bundles with their versions and states
 * @param settings names of configurations
 * @param files with their sizes, but for those that Karaf writes while it runs
 * @param threads by name, without numbers
 */
record KarafState(Set<String> bundles, Set<String> settings, SortedMap<String, Long> files, Set<String> threads) {

    /** Idle ones of ours end after ten seconds. */
    private static final int LOOKS = 30;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Pattern THREAD = Pattern.compile("(?m)^\"([^\"]+)\"");

    /** What Karaf, its console and the JDK begin and end as they like. */
    private static final Pattern COMES_AND_GOES = Pattern.compile(
            "(sshd|qtp|ForkJoin|Thread|GC |G1 |C[12] |features|pool|"
                    + "Attach|process|RMI|JMX|Common|activator|Finalizer|Cleaner|Session|http|HTTP|Karaf|VirtualThread).*");

    static KarafState of(StockKaraf karaf) throws Exception {
        Set<String> bundles = lines(karaf.shell.run("bundle:list -t 0 -s --no-format"), "\\d+\\s.*")
                .map(line -> line.replaceFirst("^\\d+", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> settings =
                lines(karaf.shell.run("config:list"), "Pid:.*").collect(Collectors.toCollection(TreeSet::new));
        return new KarafState(bundles, settings, files(karaf.home), threads(karaf));
    }

    private static Stream<String> lines(String said, String kind) {
        return said.lines().map(String::strip).filter(line -> line.matches(kind));
    }

    private static SortedMap<String, Long> files(Path home) throws Exception {
        SortedMap<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = home.relativize(file).toString();
                // What customers did is never taken away; that is for the admin to do.
                if (!name.matches("(data|weighhouse|instances|lock|karaf.pid).*")) {
                    files.put(name, Files.size(file));
                }
            }
        }
        return files;
    }

    private static Set<String> threads(StockKaraf karaf) throws Exception {
        ProcessHandle process = ProcessHandle.allProcesses()
                .filter(each -> each.info()
                        .arguments()
                        .map(arguments -> String.join(" ", arguments))
                        .filter(line -> line.contains("karaf.home=" + karaf.home) || line.contains(karaf.home + "/"))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        "" + process.pid(),
                        "Thread.print")
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return THREAD.matcher(said)
                .results()
                .map((MatchResult match) -> match.group(1).replaceAll("[0-9a-f]*\\d[0-9a-f]*", "N"))
                .filter(name -> !COMES_AND_GOES.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Threads that were not there before, and do not end within their time. */
    static Set<String> newThreads(Set<String> before, StockKaraf karaf) throws Exception {
        Set<String> left = new TreeSet<>();
        for (int look = 0; look < LOOKS; look++) {
            left.clear();
            left.addAll(threads(karaf));
            left.removeAll(before);
            if (left.isEmpty()) {
                break;
            }
            Thread.sleep(PAUSE);
        }
        return left;
    }
}
