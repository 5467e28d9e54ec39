package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the dashboard's answers tell browsers, whoever asks for whatever. */
@ExtendWith(DemoProduct.class)
class BrowserRulesIT {

    private static final List<String> PLACES = List.of(
            "/login", "/", "/usage", "/no/such/place", "/styles/tokens.css", "/styles/", "/VAADIN/", "/icon.svg");

    @Test
    void everyAnswerSaysHowItIsToBeTreated(Installation installation) throws Exception {
        String cookie = cookie(logIn(installation, ""));
        for (String known : List.of("", cookie)) {
            for (String place : PLACES) {
                HttpResponse<String> answer = send(get(installation, place, known));
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .as(place)
                        .contains("nosniff");
                assertThat(answer.headers().firstValue("Referrer-Policy"))
                        .as(place)
                        .contains("same-origin");
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""))
                        .as(place)
                        .contains(
                                "default-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'");
                // Nothing is listed, and nothing tells what it is made with.
                assertThat(answer.headers().firstValue("Server")).as(place).isEmpty();
                assertThat(answer.body()).as(place).doesNotContain("Directory", "tokens.css</a>");
            }
        }
    }

    @Test
    void pagesAreNotKept(Installation installation) throws Exception {
        String cookie = cookie(logIn(installation, ""));
        for (String place : List.of("/", "/usage", "/login")) {
            for (String known : List.of("", cookie)) {
                assertThat(send(get(installation, place, known)).headers().firstValue("Cache-Control"))
                        .as(place)
                        .hasValueSatisfying(said -> assertThat(said).contains("no-store"));
            }
        }
    }

    @Test
    void aLoginHasAnIdThatNobodyKnewBefore(Installation installation) throws Exception {
        String planted = "JSESSIONID=planted0123456789planted";
        String first = cookie(logIn(installation, planted));
        String second = cookie(logIn(installation, first));

        assertThat(first).isNotEqualTo(planted);
        assertThat(second).isNotEqualTo(first);
        assertThat(send(get(installation, "/", second)).statusCode()).isEqualTo(200);
        assertThat(send(get(installation, "/", planted)).statusCode()).isEqualTo(302);
        // Whoever logs in again has let go of the session before.
        assertThat(send(get(installation, "/", first)).statusCode()).isEqualTo(302);
    }

    @Test
    void noMethodShowsTheRequest(Installation installation) throws Exception {
        String cookie = cookie(logIn(installation, ""));
        for (String known : List.of("", cookie)) {
            HttpResponse<String> answer =
                    send(get(installation, "/login", known).method("TRACE", BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(300);
            assertThat(answer.body()).doesNotContain("TRACE /login", "JSESSIONID");
        }
    }

    private static HttpResponse<String> logIn(Installation installation, String cookie) throws Exception {
        HttpResponse<String> answer = send(get(installation, "/login", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("user=admin&password=" + Installation.ADMIN_PASSWORD)));
        assertThat(answer.statusCode()).isIn(302, 303);
        return answer;
    }

    private static String cookie(HttpResponse<String> answer) {
        String said = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(said).contains("HttpOnly", "SameSite=Lax");
        return said.replaceAll(";.*", "");
    }

    private static HttpRequest.Builder get(Installation installation, String place, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(installation.ui + place));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return Installation.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
