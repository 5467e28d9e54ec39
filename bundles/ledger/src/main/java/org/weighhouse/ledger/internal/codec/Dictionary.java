package org.weighhouse.ledger.internal.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;

/** The texts and attributions of one row, by their numbers. Thread-safe but for a text being made a workspace twice. */
final class Dictionary {

    private final String[] texts;
    private final WorkspaceId[] workspaces;
    private final Attribution[] attributions;
    private final long[] firstNumbers;

    /** @throws CodecException for bytes that make no sense */
    Dictionary(ByteSource source) {
        int dimensions = readKnown(source, Dimension.values().length, "dimensions");
        readKnown(source, Unit.values().length, "units");
        texts = readTexts(source);
        workspaces = new WorkspaceId[texts.length];
        attributions = readAttributions(source, dimensions);
        firstNumbers = readFirstNumbers(source);
    }

    /** What the writer knew of, which may be less than what is known today, and must not be more. */
    private static int readKnown(ByteSource source, int known, String what) {
        int written = source.readCount();
        if (written == 0) {
            // Else an attribution would take no bytes, and any number of them would be believed.
            throw new CodecException("it has no " + what);
        }
        if (written > known) {
            throw new CodecException("it has " + written + " " + what + ", and this release knows " + known
                    + "; start the release that wrote them, or a newer one");
        }
        return written;
    }

    private static String[] readTexts(ByteSource source) {
        int count = source.readCount();
        List<String> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            read.add(source.readText());
        }
        return read.toArray(String[]::new);
    }

    private Attribution[] readAttributions(ByteSource source, int dimensions) {
        int count = source.readCount();
        List<Attribution> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            read.add(readAttribution(source, dimensions));
        }
        return read.toArray(Attribution[]::new);
    }

    private Attribution readAttribution(ByteSource source, int dimensions) {
        String[] values = new String[Dimension.values().length];
        Arrays.fill(values, "");
        for (int dimension = 0; dimension < dimensions; dimension++) {
            values[dimension] = text(source.readCount());
        }
        try {
            return new Attribution(
                    values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8],
                    "");
        } catch (IllegalArgumentException e) {
            throw new CodecException("an attribution makes no sense: " + e.getMessage());
        }
    }

    /** By the number of the workspace's text, the number that its entries' numbers are counted from. */
    private long[] readFirstNumbers(ByteSource source) {
        long[] first = new long[texts.length];
        int count = source.readCount();
        for (int i = 0; i < count; i++) {
            first[check(source.readCount(), first.length)] = source.readVarint();
        }
        return first;
    }

    long firstNumber(int workspace) {
        return firstNumbers[check(workspace, firstNumbers.length)];
    }

    String text(int number) {
        return texts[check(number, texts.length)];
    }

    WorkspaceId workspace(int number) {
        WorkspaceId known = workspaces[check(number, texts.length)];
        if (known != null) {
            return known;
        }
        WorkspaceId made = new WorkspaceId(texts[number]);
        workspaces[number] = made;
        return made;
    }

    Attribution attribution(int number) {
        return attributions[check(number, attributions.length)];
    }

    boolean has(String text) {
        for (String each : texts) {
            if (each.equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static int check(int number, int size) {
        if (number >= size) {
            throw new CodecException("a reference points nowhere");
        }
        return number;
    }
}
