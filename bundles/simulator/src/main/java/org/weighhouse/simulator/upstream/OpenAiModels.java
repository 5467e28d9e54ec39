package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;

/** Models and embeddings. */
final class OpenAiModels {

    private static final List<String> MODELS =
            List.of("gpt-4o", "gpt-4o-mini", "gpt-5", "gpt-5-mini", "o4-mini", "text-embedding-3-small");
    private static final int DIMENSIONS = 8;
    private static final long CREATED = 1_735_689_600;

    ChannelResponse list() {
        ObjectNode list = JsonText.object().put("object", "list");
        ArrayNode data = list.putArray("data");
        MODELS.forEach(model -> data.add(describe(model)));
        return json(list);
    }

    ChannelResponse model(String id) {
        return isKnown(id) ? json(describe(id)) : unknown(id);
    }

    boolean isKnown(String id) {
        return MODELS.contains(id);
    }

    /** What OpenAI answers to every call that names a model it does not have. */
    static ChannelResponse unknown(String id) {
        return OpenAiStandIn.error(
                404,
                "invalid_request_error",
                "model_not_found",
                "The model `" + id + "` does not exist or you do not have access to it.");
    }

    ChannelResponse embed(JsonNode request) {
        JsonNode input = request.path("input");
        if (input.isMissingNode()) {
            throw new BadRequestException("Missing required parameter: 'input'.");
        }
        boolean base64 = request.path("encoding_format").asText().equals("base64");
        ObjectNode reply = JsonText.object().put("object", "list");
        ArrayNode data = reply.putArray("data");
        for (JsonNode text : input.isArray() ? input : JsonText.array().add(input)) {
            ObjectNode item = data.addObject().put("object", "embedding").put("index", data.size() - 1);
            float[] vector = vector(text.asText());
            item.set("embedding", base64 ? base64(vector) : numbers(vector));
        }
        long tokens = OpenAiUsage.tokens(OpenAiText.all(input));
        reply.put("model", request.path("model").asText())
                .putObject("usage")
                .put("prompt_tokens", tokens)
                .put("total_tokens", tokens);
        return json(reply);
    }

    private static float[] vector(String text) {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = ((text.hashCode() * 31 + i * 7919) % 1000) / 1000f;
        }
        return vector;
    }

    private static JsonNode numbers(float[] vector) {
        ArrayNode numbers = JsonText.array();
        for (float value : vector) {
            numbers.add(value);
        }
        return numbers;
    }

    private static JsonNode base64(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : vector) {
            bytes.putFloat(value);
        }
        return JsonText.object().textNode(Base64.getEncoder().encodeToString(bytes.array()));
    }

    private static ObjectNode describe(String model) {
        return JsonText.object()
                .put("id", model)
                .put("object", "model")
                .put("created", CREATED)
                .put("owned_by", "system");
    }

    private static ChannelResponse json(ObjectNode body) {
        return JsonText.reply(200, body, Headers.of("Content-Type", "application/json"));
    }
}
