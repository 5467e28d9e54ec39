package org.weighhouse.database;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * SQL scripts of one bundle, named {@code V1__what_it_does.sql}, {@code V2__...}.
 *
 * @param common scripts for every dialect
 * @param perDialect scripts for one dialect only
 */
public record Migrations(List<Script> common, Map<Dialect, List<Script>> perDialect) {

    /**
     * One script.
     *
     * @param name its file name, without a folder
     */
    public record Script(String name, String sql) {}

    public Migrations {
        common = List.copyOf(common);
        perDialect = Map.copyOf(perDialect);
    }

    /**
     * The scripts beside a class: those in the folder itself are for every dialect, those in its subfolders
     * {@code derby} and {@code postgresql} for that one. Works in an OSGi bundle as on a plain class path.
     *
     * @param owner a class of the bundle that has the scripts
     * @param folder path from the bundle's root, such as {@code db/ledger}
     * @throws IllegalArgumentException if there is no script at all
     */
    public static Migrations of(Class<?> owner, String folder) {
        List<Script> common = ScriptFinder.find(owner, folder);
        Map<Dialect, List<Script>> perDialect = Map.of(
                Dialect.DERBY, ScriptFinder.find(owner, folder + "/derby"),
                Dialect.POSTGRESQL, ScriptFinder.find(owner, folder + "/postgresql"));
        if (common.isEmpty() && perDialect.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("no scripts in " + folder);
        }
        return new Migrations(common, perDialect);
    }

    /** The scripts to run on a dialect. */
    public List<Script> on(Dialect dialect) {
        List<Script> special = perDialect.getOrDefault(dialect, List.of());
        return Stream.concat(common.stream(), special.stream()).toList();
    }
}
