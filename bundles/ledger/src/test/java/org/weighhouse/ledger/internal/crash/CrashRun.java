package org.weighhouse.ledger.internal.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;

/** Kills, looks, and kills again, on Derby and on PostgreSQL, each with one journal for the whole run. */
final class CrashRun {

    private static final int MIN_LOAD_IN_MS = 200;

    /** One kill in so many comes while the process starts. */
    private static final int START_KILLS = 8;

    private static final int MAX_START_IN_MS = 1_000;

    /** How long a ledger that has stopped is tried once its server is back. */
    private static final int STOPPED_IN_MS = 200;

    private final Map<Victim, Tally> tallies = new EnumMap<>(Victim.class);
    private final Path folder;
    private final int maxLoadInMs;
    private final IntConsumer progress;
    private int done;

    /** Who is killed. */
    enum Victim {
        DERBY_PROCESS("Derby: our process"),
        POSTGRESQL_PROCESS("PostgreSQL: our process"),
        POSTGRESQL_SERVER("PostgreSQL: its server");

        final String title;

        Victim(String title) {
            this.title = title;
        }
    }

    /**
     * Prepares a run.
     *
     * @param folder for everything, new
     * @param maxLoadInMs longest time of load before a kill
     * @param progress is told the number of cycles done
     */
    CrashRun(Path folder, int maxLoadInMs, IntConsumer progress) {
        this.folder = folder;
        this.maxLoadInMs = maxLoadInMs;
        this.progress = progress;
        for (Victim victim : Victim.values()) {
            tallies.put(victim, new Tally());
        }
    }

    /** Half the cycles on Derby, half on PostgreSQL, where our process and the server are killed in turns. */
    Map<Victim, Tally> run(int cycles) throws IOException, SQLException, InterruptedException {
        derby(cycles / 2);
        postgresql(cycles - cycles / 2);
        return tallies;
    }

    private void derby(int cycles) throws IOException, InterruptedException {
        Path place = folder.resolve("derby");
        Site site = Site.of("jdbc:derby:" + place.resolve("db") + ";create=true", place);
        Inspection inspection = new Inspection(site);
        inspection.prepare();
        for (int cycle = 1; cycle <= cycles; cycle++) {
            Witness witness = killProcess(site, cycle);
            finish(inspection, cycle, witness, Victim.DERBY_PROCESS);
        }
    }

    private void postgresql(int cycles) throws IOException, SQLException, InterruptedException {
        try (KillablePostgres server = new KillablePostgres(folder.resolve("postgresql-data"))) {
            Site site = Site.of(server.url(), folder.resolve("postgresql"));
            Inspection inspection = new Inspection(site);
            inspection.prepare();
            for (int cycle = 1; cycle <= cycles; cycle++) {
                Victim victim = cycle % 2 == 0 ? Victim.POSTGRESQL_SERVER : Victim.POSTGRESQL_PROCESS;
                Witness witness =
                        victim == Victim.POSTGRESQL_SERVER ? killServer(server, site, cycle) : killProcess(site, cycle);
                finish(inspection, cycle, witness, victim);
            }
        }
    }

    private Witness killProcess(Site site, int cycle) throws IOException, InterruptedException {
        TargetProcess target = TargetProcess.start(site, cycle);
        if (cycle % START_KILLS == 0) {
            Thread.sleep(ThreadLocalRandom.current().nextInt(MAX_START_IN_MS));
        } else {
            target.awaitReady();
            load();
        }
        return target.kill();
    }

    private Witness killServer(KillablePostgres server, Site site, int cycle)
            throws IOException, SQLException, InterruptedException {
        TargetProcess target = TargetProcess.start(site, cycle);
        target.awaitReady();
        load();
        server.kill();
        target.awaitRefusals();
        server.restart();
        Thread.sleep(STOPPED_IN_MS);
        return target.kill();
    }

    private void load() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(MIN_LOAD_IN_MS, maxLoadInMs));
    }

    private void finish(Inspection inspection, int cycle, Witness witness, Victim victim) throws IOException {
        Tally tally = tallies.get(victim);
        inspection.inspect(cycle, witness, tally);
        if (witness.answeredAfterRefusal() > 0) {
            tally.addFault("cycle " + cycle + ", a ledger that had stopped went on");
        }
        if (victim != Victim.POSTGRESQL_SERVER && witness.isAnyRefused()) {
            tally.addFault("cycle " + cycle + ", the ledger refused though nothing had failed");
        }
        done++;
        progress.accept(done);
    }
}
