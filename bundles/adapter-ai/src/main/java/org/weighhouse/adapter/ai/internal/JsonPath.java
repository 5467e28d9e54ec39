package org.weighhouse.adapter.ai.internal;

/** Where in a JSON document a scanner is. Containers deeper than a limit are counted, but have no path. */
public final class JsonPath {

    private static final String ELEMENT = "[]";
    private static final String UNKNOWN = "?";

    private final int maxDepth;
    private final boolean[] arrays;
    private final int[] lengths;
    private final StringBuilder path = new StringBuilder();
    private int depth;
    /** Lists are long, and their elements' paths alike. */
    private String last = "";

    public JsonPath(int maxDepth) {
        this.maxDepth = maxDepth;
        this.arrays = new boolean[maxDepth + 1];
        this.lengths = new int[maxDepth + 1];
    }

    /** Back to the start of a document. */
    public void reset() {
        depth = 0;
        path.setLength(0);
    }

    /** Whether what comes next has a path. */
    public boolean isKnown() {
        return depth <= maxDepth;
    }

    /** Whether what comes next is in an object. */
    public boolean isInObject() {
        return depth > 0 && isKnown() && !arrays[depth];
    }

    /** The next value is the member of that name; one that is too long, or could be taken for a path, has none. */
    public void member(String name, boolean tooLong) {
        boolean plain = !tooLong && !name.isEmpty() && name.indexOf('.') < 0 && name.indexOf('[') < 0;
        goTo(plain ? name : UNKNOWN);
    }

    /** A value comes: in an array, its next element. @return its path */
    public String next() {
        if (depth > 0 && arrays[depth]) {
            goTo(ELEMENT);
        }
        if (!last.contentEquals(path)) {
            last = path.toString();
        }
        return last;
    }

    /** Into the container at the path. */
    public void enter(boolean array) {
        depth++;
        if (isKnown()) {
            lengths[depth] = path.length();
            arrays[depth] = array;
        }
    }

    /** Out of the container; more of them than were entered do not matter. */
    public void leave() {
        depth = Math.max(0, depth - 1);
        if (depth == 0) {
            path.setLength(0);
        }
    }

    private void goTo(String name) {
        path.setLength(lengths[depth]);
        path.append(depth <= 1 ? "" : ".").append(name);
    }
}
