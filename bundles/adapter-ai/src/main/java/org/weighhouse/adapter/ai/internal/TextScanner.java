package org.weighhouse.adapter.ai.internal;

/** Reads the inside of a JSON text: measures all of it, keeps its beginning. */
public final class TextScanner {

    private static final int HEX_DIGITS = 4;

    private final int maxKept;
    private final StringBuilder kept = new StringBuilder();
    private long length;
    private boolean escaped;
    private int hexMissing;
    private int bytesMissing;
    private int codePoint;

    public TextScanner(int maxKept) {
        this.maxKept = maxKept;
    }

    /** A text begins: its opening quote has been read. */
    public void begin() {
        kept.setLength(0);
        length = 0;
        escaped = false;
        hexMissing = 0;
        bytesMissing = 0;
    }

    /** Takes the next byte. @return whether it is the closing quote */
    public boolean endsWith(byte b) {
        if (hexMissing > 0) {
            hex(b);
        } else if (escaped) {
            escaped = false;
            escape(b);
        } else if (b == '"') {
            return true;
        } else if (b == '\\') {
            escaped = true;
        } else {
            plain(b);
        }
        return false;
    }

    /** Its beginning. */
    public String text() {
        return kept.toString();
    }

    /** Of all of it, in UTF-16 units. */
    public long length() {
        return length;
    }

    private void hex(byte b) {
        codePoint = codePoint << 4 | Math.max(0, Character.digit(b, 16));
        if (--hexMissing == 0) {
            add(codePoint);
        }
    }

    private void escape(byte b) {
        switch (b) {
            case 'u' -> {
                hexMissing = HEX_DIGITS;
                codePoint = 0;
            }
            case 'n' -> add('\n');
            case 't' -> add('\t');
            case 'r' -> add('\r');
            case 'b' -> add('\b');
            case 'f' -> add('\f');
            default -> plain(b);
        }
    }

    /** UTF-8, whose broken sequences are left out. */
    private void plain(byte b) {
        if (b >= 0) {
            bytesMissing = 0;
            add(b);
        } else if ((b & 0x40) == 0) {
            codePoint = codePoint << 6 | b & 0x3F;
            if (bytesMissing > 0 && --bytesMissing == 0) {
                add(codePoint);
            }
        } else {
            bytesMissing = (b & 0x20) == 0 ? 1 : (b & 0x10) == 0 ? 2 : 3;
            codePoint = b & 0x3F >> bytesMissing;
        }
    }

    private void add(int c) {
        int units = Character.isBmpCodePoint(c) ? 1 : 2;
        length += units;
        if (kept.length() + units <= maxKept) {
            kept.appendCodePoint(Character.isValidCodePoint(c) ? c : '\uFFFD');
        }
    }
}
