package org.weighhouse.report.internal.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.common.PdfProducerFactory;

/**
 * Fills a compiled template and writes it as PDF. Thread-safe. JasperReports finds fonts, styles and its own parts by
 * the thread's context class loader, so that is this bundle's own meanwhile.
 */
public final class PdfRenderer {

    private static final String FOLDER = "/org/weighhouse/report/template/";

    private final Map<String, JasperReport> templates = new ConcurrentHashMap<>();

    /** @param title the document's own, for readers and screen readers */
    byte[] render(String template, String title, Map<String, Object> parameters) throws IOException {
        return inOurClassLoader(() -> {
            JasperPrint print = JasperFillManager.fillReport(load(template), parameters, new JREmptyDataSource(1));
            ByteArrayOutputStream pdf = new ByteArrayOutputStream(1 << 17);
            JRPdfExporter exporter = new EnglishExporter();
            exporter.setExporterInput(new SimpleExporterInput(print));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(pdf));
            exporter.setConfiguration(configuration(title));
            exporter.exportReport();
            return pdf.toByteArray();
        });
    }

    /** The compiled template, read once. */
    JasperReport template(String name) throws IOException {
        return inOurClassLoader(() -> load(name));
    }

    private JasperReport load(String name) throws JRException, IOException {
        JasperReport known = templates.get(name);
        if (known != null) {
            return known;
        }
        try (InputStream in = PdfRenderer.class.getResourceAsStream(FOLDER + name + ".jasper")) {
            if (in == null) {
                throw new IOException("The report template " + name + " is missing");
            }
            JasperReport loaded = (JasperReport) JRLoader.loadObject(in);
            templates.put(name, loaded);
            return loaded;
        }
    }

    private static SimplePdfExporterConfiguration configuration(String title) {
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setMetadataTitle(title);
        configuration.setMetadataAuthor("Weighhouse");
        configuration.setMetadataCreator("Weighhouse");
        configuration.setDisplayMetadataTitle(true);
        configuration.setCompressed(true);
        return configuration;
    }

    private static final class EnglishExporter extends JRPdfExporter {
        @Override
        protected PdfProducerFactory getPdfProducerFactory() {
            return EnglishPdfProducer::new;
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws JRException, IOException;
    }

    private static <T> T inOurClassLoader(Work<T> work) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PdfRenderer.class.getClassLoader());
        try {
            return work.run();
        } catch (JRException e) {
            throw new IOException("The report could not be rendered", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
