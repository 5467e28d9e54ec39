package org.weighhouse.adapter.meta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphPathTest {

    @ParameterizedTest
    @CsvSource({
        "/v25.0/106/messages, 106, messages, true",
        "/v25.0/106/messages/, 106, messages, true",
        "/106/MESSAGES, 106, messages, true",
        "/v2/me/m%65ssages, me, messages, false",
        "/v25.0/106/messages;a=b, 106, messages, true",
        "/v25.0/106, 106, '', true",
        "/messages, '', messages, false",
        "/v25.0, '', '', false",
        "/, '', '', false",
        "'', '', '', false",
        "/v25.0/act_7/messages, act_7, messages, false",
        "/v25.0/1/2/3/messages, 3, messages, true",
        "/%zz/messages, %zz, messages, false",
    })
    void node_and_edge(String path, String node, String edge, boolean id) {
        GraphPath read = GraphPath.of(path);

        assertThat(read).isEqualTo(new GraphPath(node, edge));
        assertThat(read.hasId()).isEqualTo(id);
        assertThat(read.isRoot()).isEqualTo(node.isEmpty() && edge.isEmpty());
    }
}
