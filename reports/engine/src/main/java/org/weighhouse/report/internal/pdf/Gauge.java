package org.weighhouse.report.internal.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;

/** A bar that is filled up to a part of its length. */
final class Gauge extends Drawing {
    private static final long serialVersionUID = 1;

    private final Color color;
    private final double part;

    /** @param part 0 to 1; what lies outside is cut */
    Gauge(Color color, double part) {
        this.color = color;
        this.part = Math.clamp(part, 0, 1);
    }

    @Override
    void draw(JasperReportsContext context, Graphics2D graphics, double width, double height) {
        graphics.setColor(Palette.TRACK);
        graphics.fill(new RoundRectangle2D.Double(0, 0, width, height, height, height));
        if (part > 0) {
            graphics.setColor(color);
            double filled = Math.max(height, width * part);
            graphics.fill(new RoundRectangle2D.Double(0, 0, filled, height, height, height));
        }
    }
}
