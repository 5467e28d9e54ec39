package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The typed events a streamed response consists of. */
final class OpenAiResponseEvents {

    private final List<ObjectNode> bodies = new ArrayList<>();
    private final String itemId;

    private OpenAiResponseEvents(String itemId) {
        this.itemId = itemId;
    }

    static List<EventStream.Event> of(ObjectNode open, ObjectNode done, String text) {
        ObjectNode item = (ObjectNode) done.path("output").get(0);
        OpenAiResponseEvents stream = new OpenAiResponseEvents(item.path("id").asText());
        stream.add("response.created").set("response", open);
        stream.add("response.in_progress").set("response", open);
        ObjectNode started = item.deepCopy().put("status", "in_progress");
        started.putArray("content");
        stream.add("response.output_item.added").put("output_index", 0).set("item", started);
        stream.inPart("response.content_part.added").set("part", part(""));
        for (String word : OpenAiText.words(text)) {
            stream.inPart("response.output_text.delta").put("delta", word).putArray("logprobs");
        }
        stream.inPart("response.output_text.done").put("text", text).putArray("logprobs");
        stream.inPart("response.content_part.done").set("part", part(text));
        stream.add("response.output_item.done").put("output_index", 0).set("item", item);
        stream.add("response.completed").set("response", done);
        return stream.finish();
    }

    static ObjectNode part(String text) {
        ObjectNode part = JsonText.object().put("type", "output_text").put("text", text);
        part.putArray("annotations");
        part.putArray("logprobs");
        return part;
    }

    private ObjectNode add(String type) {
        ObjectNode body = JsonText.object().put("type", type).put("sequence_number", bodies.size());
        bodies.add(body);
        return body;
    }

    private ObjectNode inPart(String type) {
        return add(type).put("item_id", itemId).put("output_index", 0).put("content_index", 0);
    }

    private List<EventStream.Event> finish() {
        return bodies.stream()
                .map(body -> EventStream.Event.named(body.path("type").asText(), body))
                .toList();
    }
}
