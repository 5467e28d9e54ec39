package org.weighhouse.report.build;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;

/** Compiles every {@code .jrxml} of a folder into another one. Runs in the build only, so that no compiler ships. */
public final class CompileTemplates {

    private CompileTemplates() {}

    public static void main(String[] folders) throws IOException, JRException {
        Path target = Files.createDirectories(Path.of(folders[1]));
        Thread.currentThread().setContextClassLoader(CompileTemplates.class.getClassLoader());
        try (DirectoryStream<Path> sources = Files.newDirectoryStream(Path.of(folders[0]), "*.jrxml")) {
            for (Path source : sources) {
                JasperDesign design = JRXmlLoader.load(source.toFile());
                StableIds.give(design);
                String name = source.getFileName().toString().replace(".jrxml", ".jasper");
                JasperCompileManager.compileReportToFile(
                        design, target.resolve(name).toString());
            }
        }
    }
}
