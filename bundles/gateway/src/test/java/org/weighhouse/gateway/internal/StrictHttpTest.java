package org.weighhouse.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

/**
 * What RFC 9112 lets two servers in a row read differently is refused and ends the connection, so that nothing of a request
 * can be taken for a second one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictHttpTest {

    private static final String POST = "POST /telegram/bot" + KEY + "/x HTTP/1.1\r\nHost: x\r\n";
    private static final String BODY = "\r\n3\r\nabc\r\n0\r\n\r\n";

    /** A second request behind each: it must not be answered. */
    private static final String SECOND =
            "GET /telegram/bot" + KEY + "/second HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private GatewayFixture gateway;

    @BeforeAll
    void start() {
        gateway = new GatewayFixture().with(FakeAdapter.answering("telegram", "fine"));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    static Stream<Arguments> ambiguous() {
        return Stream.of(
                request("a coding that is not chunked", POST + "Transfer-Encoding: gzip, chunked\r\n" + BODY),
                request("chunked is not the last coding", POST + "Transfer-Encoding: chunked, gzip\r\n" + BODY),
                request("chunked twice", POST + "Transfer-Encoding: chunked, chunked\r\n" + BODY),
                request(
                        "chunked in two fields",
                        POST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n" + BODY),
                request("identity", POST + "Transfer-Encoding: identity\r\nContent-Length: 3\r\n\r\nabc"),
                request("an unknown coding", POST + "Transfer-Encoding: xchunked\r\n" + BODY),
                request("chunked with a parameter", POST + "Transfer-Encoding: chunked;q=1\r\n" + BODY),
                request("a vertical tab before chunked", POST + "Transfer-Encoding: \u000bchunked\r\n" + BODY),
                request("quoted", POST + "Transfer-Encoding: \"chunked\"\r\n" + BODY),
                request(
                        "chunked in HTTP/1.0",
                        "POST /telegram/bot" + KEY + "/x HTTP/1.0\r\nTransfer-Encoding: chunked\r\n" + BODY),
                request("length and coding", POST + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n" + BODY),
                request("coding and length", POST + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n" + BODY),
                request("two lengths", POST + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc"),
                request("a list of lengths", POST + "Content-Length: 3, 4\r\n\r\nabc"),
                request("a signed length", POST + "Content-Length: +3\r\n\r\nabc"),
                request("a length with a blank", POST + "Content-Length: 3 3\r\n\r\nabc"),
                request("a length in hex", POST + "Content-Length: 0x3\r\n\r\nabc"),
                request("an empty length", POST + "Content-Length: \r\n\r\nabc"),
                request("a length beyond all bounds", POST + "Content-Length: 99999999999999999999\r\n\r\nabc"),
                request("a blank before the colon", POST + "Content-Length : 3\r\n\r\nabc"),
                request("a folded field", POST + "X-A: 1\r\n Content-Length: 3\r\n\r\nabc"),
                request("a line feed alone after a field", POST + "X-A: 1\nContent-Length: 3\r\n\r\nabc"),
                request("a line feed alone at the end", POST + "Content-Length: 3\r\n\nabc"),
                request("a carriage return in a field", POST + "X-A: 1\rContent-Length: 3\r\n\r\nabc"),
                request("a zero byte in a field", POST + "X-A: 1\u0000\r\nContent-Length: 3\r\n\r\nabc"),
                request("a field without a name", POST + ": 1\r\nContent-Length: 3\r\n\r\nabc"),
                request("a blank in a field's name", POST + "Content Length: 3\r\n\r\nabc"),
                request("a chunk ended by a line feed", POST + "Transfer-Encoding: chunked\r\n\r\n3\nabc\r\n0\r\n\r\n"),
                request("data ended by a line feed", POST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\n0\r\n\r\n"),
                request("a chunk's size with 0x", POST + "Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n"),
                request("a negative chunk", POST + "Transfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n"),
                request(
                        "a chunk's size that overflows",
                        POST + "Transfer-Encoding: chunked\r\n\r\n100000000000000003\r\nabc\r\n0\r\n\r\n"),
                request(
                        "a chunk's extension of 50 kB",
                        POST + "Transfer-Encoding: chunked\r\n\r\n3;x=" + "y".repeat(50_000) + "\r\nabc\r\n0\r\n\r\n"),
                request(
                        "five thousand chunks of a byte with extensions",
                        POST + "Transfer-Encoding: chunked\r\n\r\n" + "1;abcdefgh=abcdefgh\r\nx\r\n".repeat(5_000)
                                + "0\r\n\r\n"),
                request(
                        "a tab in the request line",
                        POST.replace(" /telegram", "\t/telegram") + "Content-Length: 0\r\n\r\n"),
                request("a blank before the method", " " + POST + "Content-Length: 0\r\n\r\n"),
                request(
                        "a blank after the version",
                        POST.replace("HTTP/1.1\r", "HTTP/1.1 \r") + "Content-Length: 0\r\n\r\n"),
                request("no version", "GET /telegram/bot" + KEY + "/x\r\n\r\n"),
                request("two hosts", POST + "Host: y\r\nContent-Length: 0\r\n\r\n"),
                request("a host with a path", POST.replace("Host: x", "Host: x/y") + "Content-Length: 0\r\n\r\n"),
                request("no host", POST.replace("Host: x\r\n", "") + "Content-Length: 0\r\n\r\n"));
    }

    private static Arguments request(String name, String bytes) {
        return Arguments.of(name, bytes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguous")
    void whatCanBeReadInTwoWaysIsRefusedAndEndsTheConnection(String name, String request) throws Exception {
        String answer = gateway.raw(request + SECOND);

        assertThat(answer).matches("(?s)HTTP/1.1 (400|411|413|501|505) .*").doesNotContain("fine");
        assertThat(answer.split("HTTP/1.1 ", -1)).as("one answer").hasSize(2);
    }
}
