package org.weighhouse.report.internal.pdf;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import net.sf.jasperreports.engine.JasperReportsContext;

/** The brand: a balance with two pans, drawn on a grid of 24 by 24. */
final class ScaleMark extends Drawing {
    private static final long serialVersionUID = 1;
    private static final double GRID = 24;

    @Override
    void draw(JasperReportsContext context, Graphics2D graphics, double width, double height) {
        double scale = Math.min(width, height) / GRID;
        graphics.translate((width - GRID * scale) / 2, (height - GRID * scale) / 2);
        graphics.scale(scale, scale);
        graphics.setColor(Palette.INK);
        graphics.setStroke(new BasicStroke(1.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new Line2D.Double(12, 4, 12, 20.5));
        graphics.draw(new Line2D.Double(7, 20.8, 17, 20.8));
        graphics.draw(new Line2D.Double(4.5, 6.2, 19.5, 6.2));
        drawPan(graphics, 4.8);
        drawPan(graphics, 19.2);
        graphics.setColor(Palette.BRASS);
        graphics.fill(new Ellipse2D.Double(10, 2.2, 4, 4));
    }

    private static void drawPan(Graphics2D graphics, double x) {
        graphics.setColor(Palette.INK);
        graphics.setStroke(new BasicStroke(0.9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D chains = new Path2D.Double();
        chains.moveTo(x - 3.6, 13.6);
        chains.lineTo(x, 6.4);
        chains.lineTo(x + 3.6, 13.6);
        graphics.draw(chains);
        graphics.setColor(Palette.BRASS);
        graphics.fill(new Arc2D.Double(x - 4.2, 10.2, 8.4, 7.2, 180, 180, Arc2D.CHORD));
    }
}
