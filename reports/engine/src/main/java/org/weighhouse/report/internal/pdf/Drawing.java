package org.weighhouse.report.internal.pdf;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** Something drawn into a template's image element as vectors, sharp at every size. */
abstract class Drawing extends AbstractRenderer implements Graphics2DRenderable {
    private static final long serialVersionUID = 1;

    @Override
    public final void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) throws JRException {
        AffineTransform before = graphics.getTransform();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.translate(area.getX(), area.getY());
        draw(context, graphics, area.getWidth(), area.getHeight());
        graphics.setTransform(before);
    }

    /** Draws into the area from 0,0 to width,height; one unit is a point. */
    abstract void draw(JasperReportsContext context, Graphics2D graphics, double width, double height);
}
