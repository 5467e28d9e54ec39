package org.weighhouse.report.internal.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;

/** Bars over time, each stacked of series in their own colours. Drawn to scale only: exact figures are in tables. */
final class StackedBars extends Drawing {
    private static final long serialVersionUID = 1;
    private static final double LABELS_HEIGHT = 16;
    private static final double AXIS_WIDTH = 44;
    private static final double TOP = 6;
    private static final double RIGHT = 12;
    private static final double WIDEST_BAR = 34;

    private final List<Bar> bars;
    private final List<Color> colors;
    private final Axis axis;

    /** @param heights one for each series, zero or more */
    record Bar(String label, List<Double> heights) implements java.io.Serializable {
        private double total() {
            return heights.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    StackedBars(List<Bar> bars, List<Color> colors) {
        this.bars = List.copyOf(bars);
        this.colors = List.copyOf(colors);
        this.axis = Axis.upTo(bars.stream().mapToDouble(Bar::total).max().orElse(0));
    }

    @Override
    void draw(JasperReportsContext context, Graphics2D graphics, double width, double height) {
        graphics.setFont(FontUtil.getInstance(context)
                .getAwtFontFromBundles("Noto Sans", Font.PLAIN, 7f, Locale.ENGLISH, false));
        double bottom = height - LABELS_HEIGHT;
        drawGrid(graphics, width, bottom);
        double slot = (width - AXIS_WIDTH - RIGHT) / bars.size();
        int every = labelEvery(graphics, slot);
        for (int i = 0; i < bars.size(); i++) {
            double left = AXIS_WIDTH + i * slot;
            drawBar(graphics, bars.get(i), left, slot, bottom);
            if (i % every == 0) {
                drawText(graphics, bars.get(i).label(), left + slot / 2, bottom + 11, 0.5);
            }
        }
    }

    private void drawGrid(Graphics2D graphics, double width, double bottom) {
        graphics.setStroke(new BasicStroke(0.5f));
        for (int tick = 0; tick <= axis.ticks(); tick++) {
            double y = bottom - (bottom - TOP) * tick / axis.ticks();
            graphics.setColor(tick == 0 ? Palette.MUTED : Palette.RULE);
            graphics.draw(new Line2D.Double(AXIS_WIDTH, y, width, y));
            drawText(graphics, axis.label(tick), AXIS_WIDTH - 6, y + 2.5, 1);
        }
    }

    private void drawBar(Graphics2D graphics, Bar bar, double left, double slot, double bottom) {
        double width = Math.min(WIDEST_BAR, slot * 0.72);
        double y = bottom;
        for (int series = 0; series < colors.size(); series++) {
            double height = (bottom - TOP) * bar.heights().get(series) / axis.top();
            y -= height;
            graphics.setColor(colors.get(series));
            graphics.fill(new Rectangle2D.Double(left + (slot - width) / 2, y, width, height));
        }
    }

    /** How many bars share a label, so that labels keep apart. */
    private int labelEvery(Graphics2D graphics, double slot) {
        double widest = bars.stream()
                .mapToDouble(bar -> widthOf(graphics, bar.label()))
                .max()
                .orElse(0);
        return (int) Math.max(1, Math.ceil((widest + 8) / slot));
    }

    /** @param anchor which part of the text's width lies left of x */
    private static void drawText(Graphics2D graphics, String text, double x, double y, double anchor) {
        graphics.setColor(Palette.MUTED);
        graphics.drawString(text, (float) (x - anchor * widthOf(graphics, text)), (float) y);
    }

    private static double widthOf(Graphics2D graphics, String text) {
        return graphics.getFont()
                .getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
    }
}
