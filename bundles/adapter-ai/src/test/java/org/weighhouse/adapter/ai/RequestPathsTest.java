package org.weighhouse.adapter.ai;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/chat/completions/.",
                "/v1/conversations/..",
                "/v1/./models",
                "/v1/../admin",
                "/v1/%2e%2e/admin",
                "/v1/%2E./admin",
                "/v1/a%2f..%2fadmin",
                "/v1/a%2f%2e%2e",
                "/v1/%252e%252e/admin",
                "/v1/%25252e/admin",
                "/v1/..;a=b/admin",
                "/v1/.;/admin",
                "/v1/..%3b/admin",
                "/v1/a\\..\\admin",
                "/v1/a%5c..%5cadmin",
                "/v1/..%20/admin",
                "/v1/%2525252525252e",
            })
    void a_path_that_somebody_might_read_as_another_one_is_not_plain(String path) {
        assertThat(RequestPaths.isPlain(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/models",
                "/v1/models/gpt-4.1",
                "/v1/models/ft:gpt-4o-mini:acme::a1",
                "/v1/models/meta-llama%2FLlama-3.1",
                "/v1/files/..a/content",
                "/v1/files/a.../100%",
                "/v1/files/%zz%4",
                "/v1//models/",
            })
    void others_are(String path) {
        assertThat(RequestPaths.isPlain(path)).isTrue();
    }

    @Property
    void no_path_makes_it_fail(@ForAll String path) {
        RequestPaths.isPlain(path);
    }
}
