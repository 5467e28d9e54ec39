package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What was asked and what is answered. */
final class OpenAiText {

    private static final int MAX_ECHO = 400;

    private OpenAiText() {}

    /** All the text in messages or input, for counting. */
    static String all(JsonNode node) {
        StringBuilder text = new StringBuilder();
        collect(node, text);
        return text.toString();
    }

    /** The reply to a prompt: always the same one. */
    static String replyTo(JsonNode messages) {
        String last = messages.isArray() && !messages.isEmpty()
                ? all(messages.get(messages.size() - 1).path("content"))
                : all(messages);
        String echo = last.length() > MAX_ECHO ? last.substring(0, MAX_ECHO) : last;
        return "Thank you for your message. You wrote: " + echo + " How else can I help?";
    }

    /** The text in pieces of one word each, blanks kept. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == ' ') {
                words.add(text.substring(start, i));
                start = i;
            }
        }
        words.add(text.substring(start));
        return words;
    }

    private static void collect(JsonNode node, StringBuilder text) {
        if (node.isTextual()) {
            text.append(node.asText());
        } else if (node.isArray()) {
            node.forEach(item -> collect(item, text));
        } else if (node.isObject()) {
            collect(node.path("content"), text);
            collect(node.path("text"), text);
        }
    }
}
