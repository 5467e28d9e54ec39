package org.weighhouse.channel.telegram.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodsTest {

    private final Methods methods = Methods.load();

    @ParameterizedTest
    @CsvSource({
        "sendMessage, text",
        "SENDMESSAGE, text",
        "sendVideoNote, video_note",
        "forwardMessages, forward",
        "copyMessage, copy",
        "sendHologram, other",
        "copyEverything, other",
        "sendChatAction, ''",
        "sendRichMessageDraft, ''",
        "getUpdates, ''",
        "answerInlineQuery, ''",
        "somethingNew, ''",
    })
    void only_what_sends_has_a_kind(String method, String kind) {
        assertThat(methods.kind(method).orElse("")).isEqualTo(kind);
    }

    @Test
    void a_path_is_taken_apart_and_put_together_again() {
        Target target = Target.of("/bot1:a/test/sendMessage").orElseThrow();

        assertThat(target.key()).isEqualTo("1:a");
        assertThat(target.method()).isEqualTo("sendMessage");
        assertThat(target.with("2:b")).isEqualTo("/bot2:b/test/sendMessage");
        assertThat(target.with("2 b\r\nX: y/")).isEqualTo("/bot2%20b%0D%0AX:%20y%2F/test/sendMessage");
        assertThat(Target.of("/robot1:a/getMe")).isEmpty();
        assertThat(Target.of("/bot1:a")).isEmpty();
    }
}
