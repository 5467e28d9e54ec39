package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Token counts of one call, as Anthropic counts them: what is read from the cache and written to it is beside the input.
 * Where a request marks something to be cached, this stand-in reads half of it and writes a quarter.
 */
record AnthropicUsage(long input, long read, long written, long writtenLong, long output, long searches) {

    static AnthropicUsage of(JsonNode request, String reply) {
        long prompt = prompt(request);
        String marks = request.toString();
        boolean cached = marks.contains("\"cache_control\"");
        boolean isLong = marks.contains("\"ttl\":\"1h\"");
        long read = cached ? prompt / 2 : 0;
        long written = cached ? prompt / 4 : 0;
        long searches = marks.contains("\"web_search_") ? 1 : 0;
        return new AnthropicUsage(
                prompt - read - written,
                read,
                isLong ? 0 : written,
                isLong ? written : 0,
                OpenAiUsage.tokens(reply),
                searches);
    }

    static long prompt(JsonNode request) {
        return OpenAiUsage.tokens(OpenAiText.all(request.path("system")) + OpenAiText.all(request.path("messages")));
    }

    /** Of a plain message. */
    ObjectNode whole() {
        ObjectNode usage = inputs().put("output_tokens", output);
        return searches == 0 ? usage : withSearches(usage);
    }

    /** One token of the answer is there already. */
    ObjectNode atTheStart() {
        return inputs().put("output_tokens", 1);
    }

    /** All figures so far, but not how long what was written is kept. */
    ObjectNode atTheEnd() {
        ObjectNode usage = JsonText.object()
                .put("input_tokens", input)
                .put("cache_creation_input_tokens", written + writtenLong)
                .put("cache_read_input_tokens", read)
                .put("output_tokens", output);
        return searches == 0 ? usage : withSearches(usage);
    }

    private ObjectNode withSearches(ObjectNode usage) {
        usage.putObject("server_tool_use").put("web_search_requests", searches);
        return usage;
    }

    private ObjectNode inputs() {
        ObjectNode usage = JsonText.object()
                .put("input_tokens", input)
                .put("cache_creation_input_tokens", written + writtenLong)
                .put("cache_read_input_tokens", read);
        usage.putObject("cache_creation")
                .put("ephemeral_5m_input_tokens", written)
                .put("ephemeral_1h_input_tokens", writtenLong);
        return usage.put("service_tier", "standard");
    }
}
