package org.weighhouse.report.internal.pdf;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import java.io.OutputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.common.PdfProducerContext;

/** Says in the document that it is in English, which screen readers need and JasperReports does not say by itself. */
final class EnglishPdfProducer extends ClassicPdfProducer {

    EnglishPdfProducer(PdfProducerContext context) {
        super(context);
    }

    @Override
    public PdfDocumentWriter createWriter(OutputStream out) throws JRException {
        PdfDocumentWriter writer = super.createWriter(out);
        getPdfWriter().getExtraCatalog().put(PdfName.LANG, new PdfString("en"));
        return writer;
    }
}
