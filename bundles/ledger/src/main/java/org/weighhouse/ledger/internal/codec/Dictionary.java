package org.weighhouse.ledger.internal.codec;

import java.util.ArrayList;
import java.util.List;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.WorkspaceId;

/** The texts and attributions of one row, by their numbers. Thread-safe but for a text being made a workspace twice. */
final class Dictionary {

    private final String[] texts;
    private final WorkspaceId[] workspaces;
    private final Attribution[] attributions;

    /** @throws CodecException for bytes that make no sense */
    Dictionary(ByteSource source) {
        texts = readTexts(source);
        workspaces = new WorkspaceId[texts.length];
        attributions = readAttributions(source);
    }

    private static String[] readTexts(ByteSource source) {
        int count = source.readCount();
        List<String> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            read.add(source.readText());
        }
        return read.toArray(String[]::new);
    }

    private Attribution[] readAttributions(ByteSource source) {
        int count = source.readCount();
        List<Attribution> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            try {
                read.add(new Attribution(
                        text(source.readCount()),
                        text(source.readCount()),
                        text(source.readCount()),
                        text(source.readCount()),
                        text(source.readCount()),
                        text(source.readCount()),
                        ""));
            } catch (IllegalArgumentException e) {
                throw new CodecException("an attribution makes no sense: " + e.getMessage());
            }
        }
        return read.toArray(Attribution[]::new);
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
