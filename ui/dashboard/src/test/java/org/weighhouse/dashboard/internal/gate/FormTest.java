package org.weighhouse.dashboard.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void fieldsAreDecoded() {
        assertThat(Form.fields("user=anna%40x&password=a+b%26%C3%A4&to="))
                .containsEntry("user", "anna@x")
                .containsEntry("password", "a b&\u00e4")
                .containsEntry("to", "");
    }

    @Test
    void theFirstOfANameCounts() {
        assertThat(Form.fields("user=a&user=b")).containsEntry("user", "a");
    }

    @Test
    void whatCannotBeDecodedIsLeftOut() {
        assertThat(Form.fields("user=%zz&=x&&password=p&lonely")).containsOnlyKeys("password");
    }
}
