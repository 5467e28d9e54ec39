package org.weighhouse.ai.anthropic.internal;

import org.weighhouse.adapter.ai.EventReader;
import org.weighhouse.adapter.ai.ReplyFacts;
import org.weighhouse.adapter.ai.Scalar;
import org.weighhouse.adapter.camel.Finding;

/**
 * Reads messages: the events of a stream, or a plain message. The first event has the input's figures and the last but one
 * the output's, each of them grown since it was told before; servers that only speak the language put them all into one of
 * the two, or into neither.
 */
final class MessageReader implements EventReader {

    private static final String MESSAGE = "message.";
    private static final String USAGE = "usage.";
    private static final String ITERATION = "iterations.[]";

    private final ReplyFacts facts;
    private final Iterations iterations = new Iterations();
    private boolean complete;
    private String type = "";

    MessageReader(ReplyFacts facts) {
        this.facts = facts;
    }

    @Override
    public void opened(String path) {
        switch (path) {
            case "" -> facts.anything();
            case "error" -> facts.error();
            case "content.[]", "content_block" -> facts.produced();
            default -> {
                if (withinMessage(path).equals(USAGE + ITERATION)) {
                    iterations.next();
                }
            }
        }
    }

    @Override
    public void value(String path, Scalar value) {
        String field = withinMessage(path);
        if (field.startsWith(USAGE)) {
            usage(field.substring(USAGE.length()), value);
            return;
        }
        switch (field) {
            case "type" -> type = path.equals(field) ? value.asText() : type;
            case "id" -> facts.id(value);
            case "model" -> facts.model(value);
            case "error" -> {
                if (value.isSomething()) {
                    facts.error();
                }
            }
            case "delta.text", "delta.partial_json", "content_block.text", "content.[].text" -> facts.shown(value);
            case "delta.thinking", "content_block.thinking", "content.[].thinking" -> facts.thought(value);
            default -> {
                if (field.startsWith("content.[].input")) {
                    // What a plain message hands to a tool; a stream has it in pieces.
                    facts.shown(value);
                }
            }
        }
    }

    private void usage(String field, Scalar value) {
        if (field.startsWith(ITERATION + ".")) {
            iterations.tell(field.substring(ITERATION.length() + 1), value);
        } else {
            facts.usage(field, value);
        }
    }

    private static String withinMessage(String path) {
        return path.startsWith(MESSAGE) ? path.substring(MESSAGE.length()) : path;
    }

    @Override
    public boolean ended(String named) {
        String event = type.isEmpty() ? named : type;
        if (event.equals("error")) {
            facts.error();
        }
        complete |= event.equals("message_stop");
        iterations.ended().ifPresent(facts::besides);
        facts.eventEnded();
        type = "";
        return true;
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public Finding finding() {
        return facts.finding(false);
    }
}
