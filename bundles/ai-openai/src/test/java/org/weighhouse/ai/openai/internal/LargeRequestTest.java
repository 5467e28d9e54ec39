package org.weighhouse.ai.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighhouse.adapter.camel.content.JsonDocuments;

/** Bodies as long as the gateway takes them, read where there is little more memory than they have bytes. */
class LargeRequestTest {

    private static final int BYTES = 20 * 1024 * 1024;

    /** As much as a body, what the JVM itself needs, and a little. */
    private static final String HEAP = "-Xmx40m";

    /** More than what is repeated and the end have together. */
    private static final int LONGEST = 40;

    /** What a body is full of, as its start, what is repeated, and its end. */
    enum Filling {
        EMPTY_OBJECTS("{\"messages\":[{}", ",{}", "]}"),
        NUMBERS("{\"input\":[1", ",1", "]}"),
        NAMES("{\"a\":0", ",\"%d\":0", "}"),
        ARRAYS_IN_ARRAYS("{\"input\":[[]", ",[[[[]]]]", "]}"),
        ONE_TEXT("{\"prompt\":\"", "xxxxxxxxxx", "\"}");

        private final String start;
        private final String repeated;
        private final String end;

        Filling(String start, String repeated, String end) {
            this.start = start;
            this.repeated = repeated;
            this.end = end;
        }

        byte[] body() {
            byte[] body = new byte[BYTES];
            int at = put(body, 0, start);
            for (int i = 0; at + LONGEST < BYTES; i++) {
                at = put(body, at, repeated.replace("%d", Integer.toString(i)));
            }
            at = put(body, at, end);
            Arrays.fill(body, at, BYTES, (byte) ' ');
            return body;
        }

        private static int put(byte[] body, int at, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bytes, 0, body, at, bytes.length);
            return at + bytes.length;
        }
    }

    @ParameterizedTest
    @EnumSource(Filling.class)
    void a_body_costs_hardly_more_memory_than_it_has_bytes(Filling filling) throws IOException, InterruptedException {
        Process reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reading.class.getName(),
                        filling.name())
                .redirectErrorStream(true)
                .start();
        String said = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reading.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(said).contains("read in");
        assertThat(reading.exitValue()).as(said).isZero();
    }

    /** What a JVM of its own does. */
    static final class Reading {
        public static void main(String[] arguments) {
            byte[] body = Filling.valueOf(arguments[0]).body();
            long start = System.nanoTime();
            JsonDocuments.Kind kind = JsonDocuments.kind(body);
            long tokens = OpenAiRequest.read(body).textTokens();
            System.out.println(
                    kind + ", " + tokens + " tokens, read in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
    }
}
