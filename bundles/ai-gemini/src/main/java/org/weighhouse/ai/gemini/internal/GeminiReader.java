package org.weighhouse.ai.gemini.internal;

import org.weighhouse.adapter.ai.EventReader;
import org.weighhouse.adapter.ai.ReplyFacts;
import org.weighhouse.adapter.ai.Scalar;
import org.weighhouse.adapter.camel.Finding;

/**
 * Reads generated contents and embeddings: the events of a stream, a plain reply, or the list of replies that a stream is
 * for those who do not ask for events. Each reply has all figures so far, the last one the right ones.
 */
final class GeminiReader implements EventReader {

    /** Before the names in a list of replies. */
    private static final String ELEMENT = "[].";

    private static final String USAGE = "usageMetadata.";
    private static final String CANDIDATE = "candidates.[]";
    private static final String PART = CANDIDATE + ".content.parts.[]";
    private static final String MODELS = "models/";

    private static final Scalar NOTHING = new Scalar(Scalar.Kind.LITERAL, "null", 4);

    private final ReplyFacts facts;
    private Scalar text = NOTHING;
    private boolean thought;
    private long queries;

    GeminiReader(ReplyFacts facts) {
        this.facts = facts;
    }

    @Override
    public void opened(String path) {
        switch (withoutElement(path)) {
            case "" -> facts.anything();
            case "[]" -> {
                facts.anything();
                replyEnded();
            }
            case "error" -> facts.error();
            case CANDIDATE, "embedding", "embeddings.[]" -> facts.produced();
            case PART -> partEnded();
            default -> {}
        }
    }

    @Override
    public void value(String path, Scalar value) {
        String field = withoutElement(path);
        if (field.startsWith(USAGE)) {
            facts.usage(field.substring(USAGE.length()), value);
        } else if (field.startsWith(PART + ".")) {
            part(field.substring(PART.length() + 1), value);
        } else {
            switch (field) {
                case "responseId" -> facts.id(value);
                case "modelVersion" -> facts.model(withoutFolder(value));
                case "error" -> {
                    if (value.isSomething()) {
                        facts.error();
                    }
                }
                case CANDIDATE + ".groundingMetadata.webSearchQueries.[]" -> queries++;
                default -> {}
            }
        }
    }

    /** Whether a part is a thought may be said before its text or after it. */
    private void part(String field, Scalar value) {
        switch (field) {
            case "text" -> text = value;
            case "thought" -> thought = value.text().equals("true");
            case "executableCode.code", "codeExecutionResult.output" -> facts.shown(value);
            default -> {
                if (field.startsWith("functionCall.args.")) {
                    facts.shown(value);
                }
            }
        }
    }

    private void partEnded() {
        if (thought) {
            facts.thought(text);
        } else {
            facts.shown(text);
        }
        text = NOTHING;
        thought = false;
    }

    private void replyEnded() {
        partEnded();
        facts.toolCalls(queries);
        facts.eventEnded();
        queries = 0;
    }

    private static String withoutElement(String path) {
        return path.startsWith(ELEMENT) ? path.substring(ELEMENT.length()) : path;
    }

    private static Scalar withoutFolder(Scalar model) {
        String name = model.asText();
        return name.startsWith(MODELS)
                ? new Scalar(model.kind(), name.substring(MODELS.length()), model.length() - MODELS.length())
                : model;
    }

    @Override
    public boolean ended(String named) {
        replyEnded();
        return true;
    }

    /** Nothing says that a reply is the last one. */
    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public Finding finding() {
        return facts.finding(false);
    }
}
