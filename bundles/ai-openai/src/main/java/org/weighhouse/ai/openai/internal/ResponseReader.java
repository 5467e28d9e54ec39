package org.weighhouse.ai.openai.internal;

import java.util.Set;
import org.weighhouse.adapter.ai.EventReader;
import org.weighhouse.adapter.ai.ReplyFacts;
import org.weighhouse.adapter.ai.Scalar;
import org.weighhouse.adapter.camel.Finding;

/** Reads the Responses API: events of a stream, whose last one has the response with its usage, or a plain response. */
final class ResponseReader implements EventReader {

    private static final String RESPONSE = "response.";
    private static final String USAGE = "usage.";
    private static final Set<String> LAST = Set.of("response.completed", "response.incomplete", "response.failed");

    /** Items of the output that say that the provider has run a tool which its usage does not have. */
    private static final Set<String> TOOLS = Set.of("web_search_call", "file_search_call", "code_interpreter_call");

    private static final Scalar NOTHING = new Scalar(Scalar.Kind.LITERAL, "null", 4);

    private final ReplyFacts facts;
    private boolean complete;
    private long toolItems;
    private long toolOutputs;
    private String type = "";
    private String item = "";
    private Scalar delta = NOTHING;

    ResponseReader(ReplyFacts facts) {
        this.facts = facts;
    }

    @Override
    public void opened(String path) {
        switch (path) {
            case "" -> facts.anything();
            case "output.[]" -> facts.produced();
            case "error", RESPONSE + "error" -> facts.error();
            default -> {}
        }
    }

    @Override
    public void value(String path, Scalar value) {
        boolean within = path.startsWith(RESPONSE);
        String field = within ? path.substring(RESPONSE.length()) : path;
        switch (field) {
            case "id" -> facts.id(value);
            case "model" -> facts.model(value);
            case "status" -> facts.pending(Set.of("queued", "in_progress").contains(value.asText()));
            case "error" -> {
                if (value.isSomething()) {
                    facts.error();
                }
            }
            case "output.[].type" -> toolOutputs += TOOLS.contains(value.asText()) ? 1 : 0;
            case "type" -> type = value.asText();
            case "item.type" -> item = value.asText();
            case "delta" -> delta = value;
            case "[]" -> complete |= value.text().equals("DONE");
            default -> {
                if (field.startsWith(USAGE)) {
                    facts.usage(field.substring(USAGE.length()), value);
                } else if (!within) {
                    output(field, value);
                }
            }
        }
    }

    @Override
    public boolean ended(String named) {
        String event = type.isEmpty() ? named : type;
        if (event.endsWith(".delta")) {
            delta(event);
        } else if (event.equals("response.output_item.done")) {
            toolItems += TOOLS.contains(item) ? 1 : 0;
        } else if (event.equals("error") || event.equals("response.failed")) {
            facts.error();
        }
        complete |= LAST.contains(event);
        facts.toolCalls(Math.max(toolItems, toolOutputs));
        facts.eventEnded();
        toolOutputs = 0;
        type = "";
        item = "";
        delta = NOTHING;
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

    private void delta(String event) {
        if (event.contains("reasoning")) {
            facts.thought(delta);
        } else if (!event.endsWith("audio.delta")) {
            // Sound comes in base64, and as a transcript beside it.
            facts.shown(delta);
        }
    }

    /** The text of a plain response; that of a stream came before, in deltas. */
    private void output(String field, Scalar value) {
        switch (field) {
            case "output.[].content.[].text",
                    "output.[].content.[].refusal",
                    "output.[].content.[].transcript",
                    "output.[].arguments",
                    "output.[].input",
                    "output.[].code" -> facts.shown(value);
            case "output.[].summary.[].text" -> facts.thought(value);
            default -> {}
        }
    }
}
