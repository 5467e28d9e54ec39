package org.weighhouse.ai.openai.internal;

import java.util.List;
import org.weighhouse.adapter.ai.EventReader;
import org.weighhouse.adapter.ai.ReplyFacts;
import org.weighhouse.adapter.ai.Scalar;
import org.weighhouse.adapter.camel.Finding;

/** Reads chat completions, completions and embeddings: chunks of a stream, or a plain reply. */
final class ChatReader implements EventReader {

    private static final String CHOICE = "choices.[].";

    /** Where usage stands: everywhere, at Groq, at Moonshot. */
    private static final List<String> USAGE = List.of("usage.", "x_groq.usage.", CHOICE + "usage.");

    private final ReplyFacts facts;
    private final boolean hidesUsage;
    private boolean complete;
    private boolean choices;
    private boolean choice;
    private boolean usage;
    private boolean error;

    /** @param hidesUsage whether the client does not get the chunk that has the usage and no choice */
    ChatReader(ReplyFacts facts, boolean hidesUsage) {
        this.facts = facts;
        this.hidesUsage = hidesUsage;
    }

    @Override
    public void opened(String path) {
        switch (path) {
            case "" -> facts.anything();
            case "choices" -> choices = true;
            case "choices.[]", "data.[]" -> {
                choice = true;
                facts.produced();
            }
            case "usage" -> usage = true;
            case "error", CHOICE + "error" -> failed();
            default -> {}
        }
    }

    @Override
    public void value(String path, Scalar value) {
        switch (path) {
            case "id" -> facts.id(value);
            case "model" -> facts.model(value);
            case "[]" -> complete |= value.text().equals("DONE");
            case "error", CHOICE + "error" -> {
                if (value.isSomething()) {
                    failed();
                }
            }
            default -> {
                for (String start : USAGE) {
                    if (path.startsWith(start)) {
                        facts.usage(path.substring(start.length()), value);
                    }
                }
                text(path, value);
            }
        }
    }

    @Override
    public boolean ended(String type) {
        if (type.equals("error")) {
            failed();
        }
        boolean hidden = hidesUsage && usage && choices && !choice && !error;
        facts.eventEnded();
        choices = false;
        choice = false;
        usage = false;
        error = false;
        return !hidden;
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public Finding finding() {
        return facts.finding(false);
    }

    private void failed() {
        error = true;
        facts.error();
    }

    private void text(String path, Scalar value) {
        if (!path.startsWith(CHOICE)) {
            return;
        }
        String field = path.substring(CHOICE.length());
        String part = field.startsWith("delta.") || field.startsWith("message.")
                ? field.substring(field.indexOf('.') + 1)
                : field;
        switch (part) {
            case "text",
                    "content",
                    "content.[].text",
                    "refusal",
                    "tool_calls.[].function.arguments",
                    "tool_calls.[].custom.input",
                    "function_call.arguments",
                    "audio.transcript" -> facts.shown(value);
            case "reasoning_content", "content.[].thinking.[].text" -> facts.thought(value);
            // Some servers write the same text under both names.
            case "reasoning" -> facts.thoughtAgain(value);
            default -> {}
        }
    }
}
