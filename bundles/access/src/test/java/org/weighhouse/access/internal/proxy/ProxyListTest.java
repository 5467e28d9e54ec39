package org.weighhouse.access.internal.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Network;
import org.weighhouse.api.access.TrustedProxies.Origin;

class ProxyListTest {

    private final ProxyList proxies = ProxyList.of("10.0.0.0/8, 127.0.0.1, 2001:db8::/32");

    private String client(String peer, String... forwarded) {
        return proxies.origin(Network.literal(peer), List.of(forwarded), List.of())
                .address()
                .getHostAddress();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // peer | forwarded | client
                "10.0.0.1 | 203.0.113.7 | 203.0.113.7",
                "10.0.0.1 | 203.0.113.7, 10.0.0.2 | 203.0.113.7",
                // What the client itself wrote stands further left, and is nobody's word.
                "10.0.0.1 | 198.51.100.1, 203.0.113.7 | 203.0.113.7",
                "10.0.0.1 | 127.0.0.1, 203.0.113.7, 10.0.0.2 | 203.0.113.7",
                "10.0.0.1 | 10.0.0.9 | 10.0.0.9",
                "10.0.0.1 | 203.0.113.7:4711 | 203.0.113.7",
                "10.0.0.1 | [2001:470::1]:4711 | 2001:470:0:0:0:0:0:1",
                "10.0.0.1 | 2001:470::1 | 2001:470:0:0:0:0:0:1",
                "2001:db8::1 | 203.0.113.7 | 203.0.113.7",
                // What is no address ends it: no name is asked for.
                "10.0.0.1 | 203.0.113.7, unknown | 10.0.0.1",
                "10.0.0.1 | localhost | 10.0.0.1",
                "10.0.0.1 | 2130706433 | 10.0.0.1",
                "10.0.0.1 | '' | 10.0.0.1",
                "10.0.0.1 | ',,' | 10.0.0.1",
                // Nobody trusts a stranger.
                "203.0.113.9 | 198.51.100.1 | 203.0.113.9",
                "11.0.0.1 | 127.0.0.1 | 11.0.0.1"
            })
    void each_trusted_one_is_believed_who_called_it(String peer, String forwarded, String client) {
        assertThat(client(peer, forwarded)).isEqualTo(client);
    }

    @Test
    void fields_that_repeat_are_one_list() {
        assertThat(client("10.0.0.1", "198.51.100.1", "203.0.113.7", "10.0.0.2"))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void a_list_without_end_is_not_looked_through() {
        assertThat(client("10.0.0.1", "203.0.113.7," + "10.0.0.2,".repeat(100_000)))
                .isEqualTo("10.0.0.2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | https | true",
                "10.0.0.1 | HTTPS | true",
                "10.0.0.1 | http | false",
                "10.0.0.1 | https, http | false",
                "10.0.0.1 | http, https | true",
                "10.0.0.1 | '' | false",
                "203.0.113.9 | https | false"
            })
    void tls_is_what_the_nearest_trusted_one_says(String peer, String proto, boolean secure) {
        Origin origin = proxies.origin(Network.literal(peer), List.of(), List.of(proto));

        assertThat(origin.secure()).isEqualTo(secure);
    }

    @Test
    void nobody_is_trusted_unless_it_is_said() {
        assertThat(ProxyList.of("").isTrusted(Network.literal("127.0.0.1"))).isFalse();
        assertThatThrownBy(() -> ProxyList.of("proxy.example")).isInstanceOf(IllegalArgumentException.class);
    }
}
