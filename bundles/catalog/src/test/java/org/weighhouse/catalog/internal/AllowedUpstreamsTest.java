package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedUpstreamsTest {

    private static final AllowedUpstreams NOTHING = AllowedUpstreams.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.telegram.org",
                "https://api.openai.com:8443/v1",
                "https://8.8.8.8",
                "https://[2606:4700::1111]",
                "https://1.example",
                "https://0x.example",
                "https://xn--bcher-kva.example"
            })
    void publicAddressesOverTlsAreAllowed(String url) {
        assertThat(NOTHING.refusal(URI.create(url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "https://127.1.2.3:443",
                "https://0.0.0.0",
                "https://10.1.2.3",
                "https://100.64.0.1",
                "https://169.254.169.254",
                "https://172.16.0.1",
                "https://172.31.255.255",
                "https://192.168.1.1",
                "https://198.18.0.1",
                "https://224.0.0.1",
                "https://255.255.255.255",
                "https://localhost",
                "https://LOCALHOST.",
                "https://a.localhost",
                "https://[::1]",
                "https://[::]",
                "https://[::ffff:127.0.0.1]",
                "https://[::ffff:7f00:1]",
                "https://[::127.0.0.1]",
                "https://[64:ff9b::127.0.0.1]",
                "https://[64:ff9b::a9fe:a9fe]",
                "https://[2002:7f00:1::]",
                "https://[fd00::1]",
                "https://[fe80::1]",
                "https://[fd00:ec2::254]"
            })
    void addressesInsideAreRefused(String url) {
        assertThat(NOTHING.refusal(URI.create(url)).orElse("")).contains("private network", "allow = ");
    }

    @Test
    void clearTextIsRefused() {
        assertThat(NOTHING.refusal(URI.create("http://api.telegram.org")).orElse(""))
                .contains("https");
        assertThat(NOTHING.refusal(URI.create("http://8.8.8.8")).orElse("")).contains("https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2130706433", "0x7f000001", "0x7f.1", "127.1", "0177.0.0.1", "127.0.0.01", "1.2.3.4.5", "x.256"})
    void oddWaysToWriteAnAddressAreRefused(String host) {
        // Java's URI has no host for some of these, which the account's own rules refuse.
        URI url = URI.create("https://" + host);
        assertThat(url.getHost() == null || NOTHING.refusal(url).orElse("").contains("unusual way"))
                .as(host)
                .isTrue();
    }

    @Test
    void anAdminAllowsHostsAndNetworks() throws Exception {
        AllowedUpstreams allowed = AllowedUpstreams.of("Bots.Intern, 127.0.0.1 ,10.0.0.0/8,fd00::/8");

        assertThat(allowed.refusal(URI.create("http://bots.intern:9000"))).isEmpty();
        assertThat(allowed.refusal(URI.create("http://127.0.0.1:9000"))).isEmpty();
        assertThat(allowed.refusal(URI.create("http://10.255.0.1"))).isEmpty();
        assertThat(allowed.refusal(URI.create("https://[fd00::17]"))).isEmpty();
        assertThat(allowed.refusal(URI.create("http://127.0.0.2"))).isPresent();
        assertThat(allowed.refusal(URI.create("http://11.0.0.1"))).isPresent();
        assertThat(allowed.refusal(URI.create("http://a.bots.intern"))).isPresent();
        InetAddress inside = InetAddress.getByName("192.168.0.1");
        assertThat(allowed.allowed("bots.intern", List.of(inside))).containsExactly(inside);
    }

    @Test
    void ofTheAddressesOfANameOnlyThoseAllowedAreConnectedTo() throws Exception {
        InetAddress outside = InetAddress.getByName("8.8.8.8");
        List<InetAddress> both = List.of(InetAddress.getByName("127.0.0.1"), outside);

        assertThat(NOTHING.allowed("rebinding.example", both)).containsExactly(outside);
        assertThat(AllowedUpstreams.of("127.0.0.0/8").allowed("rebinding.example", both))
                .isEqualTo(both);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "fd00::/129", "10.0.0/8", "300.1.1.1", "http://x", "a b", "10.0.0.0/", "::x"})
    void whatIsNeitherHostNorNetworkIsToldOf(String text) {
        assertThatThrownBy(() -> AllowedUpstreams.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
