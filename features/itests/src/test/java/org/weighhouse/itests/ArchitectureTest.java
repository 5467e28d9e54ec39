package org.weighhouse.itests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Ledger;

/** Who may use whom. A rule that matches no class fails, so that none can become empty unnoticed. */
class ArchitectureTest {

    private static final String OURS = "org.weighhouse..";

    /** A module's package, and what it may use of the house and of the world besides the JDK, OSGi and slf4j. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("api", List.of()),
            Map.entry(
                    "database",
                    List.of(
                            "org.weighhouse.api..",
                            "org.apache.derby..",
                            "org.postgresql..",
                            "com.zaxxer.hikari..",
                            "org.flywaydb..")),
            Map.entry(
                    "ledger", List.of("org.weighhouse.api..", "org.weighhouse.database..", "io.prometheus.metrics..")),
            Map.entry(
                    "catalog",
                    List.of(
                            "org.weighhouse.api..",
                            "org.weighhouse.database..",
                            "jakarta.persistence..",
                            "org.eclipse.persistence..",
                            "org.bouncycastle..",
                            "com.nulabinc.zxcvbn..")),
            Map.entry("access", List.of("org.weighhouse.api..", "org.apache.karaf.jaas..", "org.apache.sshd..")),
            Map.entry("meter", List.of("org.weighhouse.api..")),
            Map.entry(
                    "pricing", List.of("org.weighhouse.api..", "com.fasterxml.jackson..", "org.apache.commons.csv..")),
            Map.entry(
                    "shell",
                    List.of(
                            "org.weighhouse.api..",
                            "org.apache.karaf.shell..",
                            "org.apache.karaf.jaas.boot..",
                            "org.apache.felix.hc.api..",
                            "org.jline..")),
            Map.entry("deploy", List.of("org.apache.felix.fileinstall..")),
            Map.entry("health", List.of("org.weighhouse.api..", "org.apache.felix.hc.api..")),
            Map.entry(
                    "door",
                    List.of(
                            "org.weighhouse.api..",
                            "org.weighhouse.http..",
                            "org.eclipse.jetty..",
                            "jakarta.servlet..",
                            "org.apache.felix.hc.api..")),
            Map.entry("http", List.of("org.weighhouse.api..", "org.eclipse.jetty..")),
            Map.entry(
                    "gateway",
                    List.of(
                            "org.weighhouse.api..",
                            "org.weighhouse.http..",
                            "org.eclipse.jetty..",
                            "com.fasterxml.jackson..",
                            "org.apache.commons.csv..",
                            "io.prometheus.metrics..")),
            Map.entry(
                    "adapter",
                    List.of(
                            "org.weighhouse.api..",
                            "org.apache.camel..",
                            "org.apache.hc..",
                            "com.fasterxml.jackson..")),
            Map.entry(
                    "channel",
                    List.of(
                            "org.weighhouse.api..",
                            "org.weighhouse.adapter..",
                            "org.apache.camel..",
                            "com.google.i18n.phonenumbers..",
                            "com.fasterxml.jackson..")),
            Map.entry(
                    "ai",
                    List.of(
                            "org.weighhouse.api..",
                            "org.weighhouse.adapter..",
                            "org.apache.camel..",
                            "com.fasterxml.jackson..")),
            Map.entry("karaf", List.of("org.objectweb.asm..")),
            Map.entry("simulator", List.of("org.weighhouse.api..", "org.eclipse.jetty..", "com.fasterxml.jackson..")),
            Map.entry(
                    "report",
                    List.of(
                            "org.weighhouse.api..",
                            "net.sf.jasperreports..",
                            "org.jfree..",
                            "com.lowagie..",
                            "org.apache.commons.csv..")),
            Map.entry(
                    "dashboard",
                    List.of(
                            "org.weighhouse.api..",
                            "com.vaadin..",
                            "tools.jackson..",
                            "jakarta.servlet..",
                            "org.apache.karaf.jaas..")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPaths(classFolders())
            .that(resideInAPackage(OURS));

    /** Of every module that has classes of ours; the wrapped libraries have none. */
    private static List<Path> classFolders() {
        Path root = Path.of("..", "..");
        try (Stream<Path> folders =
                Stream.of("bundles", "reports", "ui").map(root::resolve).flatMap(ArchitectureTest::children)) {
            return folders.map(module -> module.resolve("target/classes"))
                    .filter(classes -> Files.isDirectory(classes.resolve("org/weighhouse")))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> children(Path folder) {
        try {
            return Files.list(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> modules() {
        return MAY_USE.keySet().stream().sorted().toList();
    }

    @Test
    void everyClassBelongsToAModuleOfTheTable() {
        assertThat(CLASSES.stream().map(ArchitectureTest::module).distinct().sorted())
                .isEqualTo(modules());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleUsesOnlyWhatTheTableAllows(String module) {
        String own = "org.weighhouse." + module + "..";
        DescribedPredicate<JavaClass> allowed = resideInAPackage(own)
                .or(resideInAPackage("java.."))
                .or(resideInAPackage("javax.."))
                .or(resideInAPackage("com.sun.net.httpserver.."))
                .or(resideInAPackage("org.osgi.."))
                .or(resideInAPackage("org.slf4j.."))
                .or(resideInAPackage(""));
        for (String use : MAY_USE.get(module)) {
            allowed = allowed.or(resideInAPackage(use));
        }
        classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(allowed)
                .because("data flows one way: see the map in README.md")
                .check(CLASSES);
    }

    @Test
    void noAdapterUsesAnother() {
        slices().matching("org.weighhouse.(channel|ai).(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().matching("org.weighhouse.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyUsesAnInternalPackageOfAnotherModule() {
        classes().that().resideInAPackage(OURS).should(useNoForeignInternals()).check(CLASSES);
    }

    @Test
    void balancesAreNeverFloatingPoint() {
        noClasses()
                .that()
                .resideInAnyPackage("org.weighhouse.api..", "org.weighhouse.ledger..", "org.weighhouse.meter..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are float or double", type -> List.of("double", "float", "java.lang.Double", "java.lang.Float")
                                .contains(type.getName())))
                .check(CLASSES);
    }

    /** Those write down who gives them. */
    @Test
    void creditsAreGivenByTopUpsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.weighhouse.ledger..", "org.weighhouse.meter.internal..")
                .should()
                .callMethod(Ledger.class, "grant", Grant.class)
                .check(CLASSES);
    }

    private static String module(JavaClass type) {
        String rest = type.getPackageName().substring("org.weighhouse.".length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    /** The bundle a class is in: {@code channel.telegram} and {@code ai.openai} are bundles of their own. */
    private static String bundle(JavaClass type) {
        return type.getPackageName().replaceAll("\\.internal.*", "");
    }

    private static ArchCondition<JavaClass> useNoForeignInternals() {
        return new ArchCondition<>("use no internal package of another module") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().forEach(dependency -> {
                    JavaClass used = dependency.getTargetClass();
                    boolean foreign = used.getPackageName().contains(".internal")
                            && used.getPackageName().startsWith("org.weighhouse.")
                            && !bundle(user).startsWith(bundle(used))
                            && !bundle(used).startsWith(bundle(user));
                    if (foreign) {
                        events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                    }
                });
            }
        };
    }
}
