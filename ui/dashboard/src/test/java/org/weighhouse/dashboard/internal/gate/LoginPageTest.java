package org.weighhouse.dashboard.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPageTest {

    private final LoginPage page = new LoginPage((ServletContext) Proxy.newProxyInstance(
            ServletContext.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (context, method, arguments) -> new ByteArrayInputStream(new byte[] {1})));

    @Test
    void whatComesFromOutsideIsText() {
        String html = page.html("a<b>&", "\"><script>alert(1)</script>", "x'y\"z");

        assertThat(html)
                .contains("a&lt;b&gt;&amp;", "value=\"&quot;&gt;&lt;script&gt;", "x&#39;y&quot;z")
                .doesNotContain("<script>alert", "{{");
    }

    @Test
    void nothingFromOutsideIsTakenForAPlace() {
        assertThat(page.html("", "{{problem}}", "{{user}}"))
                .contains("value=\"&#123;&#123;problem}}\"", "value=\"&#123;&#123;user}}\"");
    }

    @Test
    void styleSheetsChangeTheirAddressWithTheirContent() {
        assertThat(page.html("", "", "")).containsPattern("href=\"styles/tokens\\.css\\?v=[0-9a-f]+\"");
    }

    @ParameterizedTest
    @CsvSource({"usage?a=b,usage?a=b", "/usage,usage", "//evil.example,evil.example", "https://evil,https://evil"})
    void aWantedPlaceIsAPath(String wanted, String path) {
        assertThat(LoginPage.path(wanted)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a b", "a\\b", "\\\\evil", "\u00e4", "a\u0000"})
    void whatIsNoPathIsDropped(String wanted) {
        assertThat(LoginPage.path(wanted)).isEmpty();
        assertThat(LoginPage.path("x".repeat(2_000))).isEmpty();
    }

    @Test
    void onlyWordsOfOursAreExplained() {
        assertThat(LoginPage.ended("idle")).contains("nothing was done");
        assertThat(LoginPage.ended("<b>")).isEmpty();
    }
}
