package org.weighhouse.adapter.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonScannerTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Writes down what it is told. */
    private static final class Notes implements JsonScanner.Sink {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void opened(String path) {
            lines.add(path);
        }

        @Override
        public void value(String path, Scalar value) {
            lines.add(path + "=" + value.kind() + ":" + value.text() + ":" + value.length());
        }
    }

    @Property(tries = 500)
    void reads_what_jackson_reads(@ForAll("documents") JsonNode document, @ForAll boolean pretty) throws IOException {
        byte[] text = pretty
                ? JACKSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document)
                : JACKSON.writeValueAsBytes(document);
        List<String> expected = new ArrayList<>();
        walk("", document, expected);

        assertThat(scan(text)).isEqualTo(expected);
    }

    @Property(tries = 1000)
    void no_bytes_make_it_fail(@ForAll byte[] bytes) {
        scan(bytes);
    }

    @Property(tries = 1000)
    void no_broken_json_makes_it_fail(@ForAll("soup") String soup) {
        scan(bytes(soup));
    }

    @Test
    void escapes_and_surrogate_pairs_are_read_in_names_and_texts() {
        assertThat(scan("{'\\u0061b':'\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\u00e9\u20ac\uD83D\uDE00'}"))
                .containsExactly("", "ab=TEXT:\"\\/\b\f\n\r\t\u00e9\uD83D\uDE00\u00e9\u20ac\uD83D\uDE00:15");
    }

    @Test
    void a_long_text_is_measured_and_its_beginning_kept() {
        String text = "\u00e9".repeat(5_000);

        assertThat(scan("{'a':'" + text + "','b':1}"))
                .containsExactly("", "a=TEXT:" + text.substring(0, JsonScanner.MAX_TEXT) + ":5000", "b=NUMBER:1:1");
    }

    @Test
    void names_that_could_be_taken_for_paths_are_nobodys() {
        assertThat(scan("{'usage.total_tokens':1,'a[':2,'" + "n".repeat(65) + "':3}"))
                .containsExactly("", "?=NUMBER:1:1", "?=NUMBER:2:1", "?=NUMBER:3:1");
    }

    @Test
    void what_is_nested_too_deep_passes_unread_and_what_follows_is_read() {
        String deep = "{'a':".repeat(100_000) + "{'x':[1,{'y':2}]}" + "}".repeat(100_000);

        assertThat(scan("{'deep':" + deep + ",'b':1}"))
                .hasSize(JsonScanner.MAX_DEPTH + 2)
                .endsWith("b=NUMBER:1:1");
    }

    @Test
    void a_document_cut_off_is_read_up_to_there() {
        Notes notes = new Notes();

        new JsonScanner(notes).push(bytes("{'a':1,'b':12"));

        assertThat(notes.lines).containsExactly("", "a=NUMBER:1:1");
    }

    @Test
    void a_new_document_starts_afresh_wherever_the_last_one_ended() {
        Notes notes = new Notes();
        JsonScanner scanner = new JsonScanner(notes);

        scanner.push(bytes("{'a':{'b':'broken"));
        scanner.reset();
        scanner.push(bytes("{'c':1}"));

        assertThat(notes.lines).containsExactly("", "a", "", "c=NUMBER:1:1");
    }

    @Provide
    Arbitrary<JsonNode> documents() {
        return node(4);
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of("{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\ud8", "1", "null", "a", " ")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<JsonNode> node(int depth) {
        Arbitrary<JsonNode> scalar = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12).map(NODES::textNode),
                Arbitraries.longs().map(NODES::numberNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode()));
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<JsonNode> child = Arbitraries.lazy(() -> node(depth - 1));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, scalar),
                net.jqwik.api.Tuple.of(2, child.list().ofMaxSize(4).map(list -> NODES.arrayNode()
                        .addAll(list))),
                net.jqwik.api.Tuple.of(
                        2,
                        Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(6), child)
                                .ofMaxSize(4)
                                .map(map -> NODES.objectNode().setAll(map))));
    }

    private static void walk(String path, JsonNode node, List<String> lines) {
        if (!node.isContainerNode()) {
            String kind = node.isTextual() ? "TEXT" : node.isNumber() ? "NUMBER" : "LITERAL";
            lines.add(path + "=" + kind + ":" + node.asText() + ":"
                    + node.asText().length());
            return;
        }
        lines.add(path);
        String start = path.isEmpty() ? "" : path + ".";
        node.properties().forEach(member -> {
            String name = member.getKey().isEmpty() ? "?" : member.getKey();
            walk(start + name, member.getValue(), lines);
        });
        if (node.isArray()) {
            node.forEach(element -> walk(start + "[]", element, lines));
        }
    }

    private static List<String> scan(String text) {
        return scan(bytes(text));
    }

    private static List<String> scan(byte[] text) {
        Notes notes = new Notes();
        JsonScanner scanner = new JsonScanner(notes);
        scanner.push(text);
        // Ends a number that is a document of its own.
        scanner.push((byte) '\n');
        return notes.lines;
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
