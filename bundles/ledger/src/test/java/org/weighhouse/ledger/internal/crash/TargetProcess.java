package org.weighhouse.ledger.internal.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A running {@link CrashTarget}. */
final class TargetProcess {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final Witness witness = new Witness();
    private final CompletableFuture<Void> reading;

    private TargetProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.reading = CompletableFuture.runAsync(
                this::read, task -> Thread.ofPlatform().daemon().start(task));
    }

    static TargetProcess start(Site site, int cycle) throws IOException {
        Path log = site.folder().resolve("target.log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-cp",
                classPath(),
                CrashTarget.class.getName(),
                site.url(),
                site.folder().toString(),
                Long.toString(site.shiftInMs()),
                Integer.toString(cycle));
        return new TargetProcess(builder.redirectError(log.toFile()).start(), log);
    }

    /** Tools that start programs in their own process do not put the class path where it usually is. */
    private static String classPath() {
        if (TargetProcess.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                witness.hear(line);
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() throws InterruptedException, IOException {
        await(Witness::isReady, "ready");
    }

    void awaitRefusals() throws InterruptedException, IOException {
        await(Witness::isEachRefused, "refused by its ledger");
    }

    private void await(Predicate<Witness> state, String name) throws InterruptedException, IOException {
        Instant end = Instant.now().plus(TIMEOUT);
        synchronized (witness) {
            while (!state.test(witness)) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    killAtOnce();
                    throw new IllegalStateException("the process was not " + name + ": " + Files.readString(log));
                }
                witness.wait(100);
            }
        }
    }

    /** Kills it and returns all that it had said. */
    Witness kill() throws InterruptedException {
        killAtOnce();
        process.waitFor();
        reading.join();
        return witness;
    }

    /** Not by the process itself: that would also close the pipe, and what is still in it would never be heard. */
    private void killAtOnce() {
        process.toHandle().destroyForcibly();
    }
}
