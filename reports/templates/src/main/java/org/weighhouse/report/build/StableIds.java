package org.weighhouse.report.build;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRElementGroup;
import net.sf.jasperreports.engine.base.JRBaseElement;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.util.JRElementsVisitor;
import net.sf.jasperreports.engine.util.UniformElementVisitor;

/**
 * Ids of a template's elements that follow from its name and their order. Else JasperReports makes them up anew in each
 * build, and the same sources do not give the same bytes.
 */
final class StableIds extends UniformElementVisitor {

    private final String template;
    private int elements;

    private StableIds(String template) {
        this.template = template;
    }

    static void give(JasperDesign design) {
        StableIds ids = new StableIds(design.getName());
        design.setUUID(ids.next());
        JRElementsVisitor.visitReport(design, ids);
    }

    @Override
    protected void visitElement(JRElement element) {
        ((JRBaseElement) element).setUUID(next());
    }

    /** A group has no id; its elements are visited one by one. */
    @Override
    public void visitElementGroup(JRElementGroup group) {}

    private UUID next() {
        String place = template + "/" + elements++;
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }
}
