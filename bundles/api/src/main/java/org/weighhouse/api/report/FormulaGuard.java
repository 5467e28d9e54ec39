package org.weighhouse.api.report;

import java.util.regex.Pattern;

/**
 * Keeps texts that others chose from being run as formulas by whoever opens the file in a spreadsheet: an apostrophe goes
 * in front of what would begin one. That is the beginning of a cell, and also what follows a separator within the text, for
 * not every spreadsheet takes the comma for the separator and so honours the quotes. After OWASP, "CSV injection".
 * Thread-safe.
 */
public final class FormulaGuard {

    /**
     * Where a cell begins for one spreadsheet or another, quotes and blanks that it would skip, and then what makes it a
     * formula: its signs, also full-width.
     */
    private static final Pattern FORMULA = Pattern.compile("(^|[,;|\\t\\r\\n])([\\s\"]*)(?=[=+\\-@＝＋－＠])");

    /** Stripped or misread by some spreadsheets when a cell begins with them. */
    private static final Pattern CONTROL = Pattern.compile("^[\\t\\r\\n]");

    private FormulaGuard() {}

    /** The text as a cell that no spreadsheet runs; what begins no formula stays as it is. */
    public static String defused(String text) {
        String inert = FORMULA.matcher(text).replaceAll("$1$2'");
        return CONTROL.matcher(inert).find() ? "'" + inert : inert;
    }
}
