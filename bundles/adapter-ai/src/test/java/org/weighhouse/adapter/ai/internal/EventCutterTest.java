package org.weighhouse.adapter.ai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCutterTest {

    /** Writes down events as {@code type|data}. */
    private static final class Notes implements EventCutter.Sink {
        private final List<String> events = new ArrayList<>();
        private final StringBuilder data = new StringBuilder();

        @Override
        public void data(byte b) {
            data.append((char) b);
        }

        @Override
        public void end(String type) {
            events.add(type + "|" + data);
            data.setLength(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0007',
            value = {
                "data: a// ~ |a",
                "data:a// ~ |a",
                "data:  a// ~ | a",
                "data: a/data: b/data:c// ~ |a/b/c",
                "data/data/data: x// ~ |//x",
                "event: error/data: a// ~ error|a",
                "data: a/event: late// ~ late|a",
                "event/data: a// ~ |a",
                ": a comment// ~ |",
                ":/data: a// ~ |a",
                "id: 7/retry: 10/data: a// ~ |a",
                "datas: a/dat: b/ data: c// ~ |",
                "error: {}// ~ error|{}",
                "data: a: b: c// ~ |a: b: c",
            })
    void fields_are_read_as_the_standard_says(String stream, String event) {
        assertThat(cut(stream.replace('/', '\n').replaceAll(" *$", ""))).containsExactly(event.replace('/', '\n'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: a\n\ndata: b\n\n",
                "data: a\r\rdata: b\r\r",
                "data: a\r\n\r\ndata: b\r\n\r\n",
                "data: a\r\n\ndata: b\r\r\n",
                "data: a\n\r\ndata: b\n\r",
                "\u00EF\u00BB\u00BFdata: a\n\ndata: b\n\n",
                "data: a\n\ndata: b\n",
                "data: a\n\ndata: b",
                "data: a\r\rdata: b\r",
            })
    void lines_end_in_any_way_and_a_last_event_cut_short_counts(String stream) {
        assertThat(cut(stream)).containsExactly("|a", "|b");
    }

    @Test
    void the_type_does_not_outlive_its_event() {
        assertThat(cut("event: error\ndata: a\n\ndata: b\n\n")).containsExactly("error|a", "|b");
    }

    @Test
    void an_empty_stream_has_no_events() {
        assertThat(cut("")).isEmpty();
        assertThat(cut("\u00EF\u00BB\u00BF")).isEmpty();
    }

    @Test
    void the_lf_after_an_ending_cr_is_told_apart() {
        EventCutter cutter = new EventCutter(new Notes());

        List<EventCutter.Step> steps = new ArrayList<>();
        for (byte b : "data\r\n\r\n\n".getBytes(StandardCharsets.ISO_8859_1)) {
            steps.add(cutter.push(b));
        }

        assertThat(steps.subList(4, 9))
                .containsExactly(
                        EventCutter.Step.INSIDE,
                        EventCutter.Step.INSIDE,
                        EventCutter.Step.END,
                        EventCutter.Step.AFTER_END,
                        EventCutter.Step.END);
    }

    @Property(tries = 500)
    void mixed_line_ends_make_no_difference(@ForAll("lines") List<String> lines, @ForAll List<Integer> ends) {
        StringBuilder mixed = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean before = mixed.length() > 0 && mixed.charAt(mixed.length() - 1) == '\r';
            // An LF alone after a CR would be one line end with it.
            int end = ends.isEmpty() ? 0 : Math.floorMod(ends.get(i % ends.size()), 3);
            String mark = List.of("\r\n", "\r", "\n").get(before && lines.get(i).isEmpty() && end == 2 ? 1 : end);
            mixed.append(lines.get(i)).append(mark);
            plain.append(lines.get(i)).append('\n');
        }

        assertThat(cut(mixed.toString())).isEqualTo(cut(plain.toString()));
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of("", "", "data: a", "data", "event: x", ": c", "id:1", "error: e", "other")
                .list()
                .ofMaxSize(30);
    }

    private static List<String> cut(String stream) {
        Notes notes = new Notes();
        EventCutter cutter = new EventCutter(notes);
        for (byte b : stream.getBytes(StandardCharsets.ISO_8859_1)) {
            cutter.push(b);
        }
        cutter.finish();
        return notes.events;
    }
}
