package org.weighhouse.report.internal.pdf;

import java.awt.Color;

/** The colours that are drawn rather than set in the templates' styles. */
final class Palette {

    static final Color INK = Color.decode("#1B2A41");
    static final Color MUTED = Color.decode("#5B6878");
    static final Color BRASS = Color.decode("#C89B3C");
    static final Color RULE = Color.decode("#E3E7ED");
    static final Color TRACK = Color.decode("#DDE2EA");
    static final Color GREEN = Color.decode("#2E7D32");
    static final Color ORANGE = Color.decode("#B35C00");
    static final Color RED = Color.decode("#C62828");
    static final Color REST = Color.decode("#B4BCC8");

    private Palette() {}

    static String css(Color color) {
        return String.format("#%06X", color.getRGB() & 0xFFFFFF);
    }
}
