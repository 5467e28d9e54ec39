package org.weighhouse.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A range of addresses.
 *
 * @param base its first address; 4 or 16 bytes
 * @param bits how many of its leading bits all share
 */
public record Network(byte[] base, int bits) {

    private static final String BYTE = "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

    /** Only what cannot be a name; the rest is for the one that reads it. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f.]*:[0-9a-f:.]*");

    /** What is not reachable from everywhere, by the IANA registries of special-purpose addresses (RFC 6890). */
    private static final List<Network> SPECIAL = List.of(
            of("0.0.0.0/8"),
            of("10.0.0.0/8"),
            of("100.64.0.0/10"),
            of("127.0.0.0/8"),
            of("169.254.0.0/16"),
            of("172.16.0.0/12"),
            of("192.0.0.0/24"),
            of("192.0.2.0/24"),
            of("192.88.99.0/24"),
            of("192.168.0.0/16"),
            of("198.18.0.0/15"),
            of("198.51.100.0/24"),
            of("203.0.113.0/24"),
            of("224.0.0.0/4"),
            of("240.0.0.0/4"),
            of("::/128"),
            of("::1/128"),
            of("::/96"),
            of("64:ff9b:1::/48"),
            of("100::/64"),
            of("2001::/23"),
            of("2001:db8::/32"),
            of("2002::/16"),
            of("3fff::/20"),
            of("5f00::/16"),
            of("fc00::/7"),
            of("fe80::/10"),
            of("fec0::/10"),
            of("ff00::/8"));

    /** IPv4 behind a translator: what is in its last four bytes is where it leads (RFC 6052). */
    private static final Network TRANSLATED = of("64:ff9b::/96");

    /** Whether an address is reachable from everywhere. */
    public static boolean isPublic(InetAddress address) {
        if (TRANSLATED.contains(address)) {
            return isPublic(lastFour(address));
        }
        return SPECIAL.stream().noneMatch(network -> network.contains(address));
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or one address.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        byte[] base = literal(slash < 0 ? text : text.substring(0, slash)).getAddress();
        int most = base.length * Byte.SIZE;
        int bits = slash < 0 ? most : number(text, text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException(text + " is no network: at most /" + most);
        }
        return new Network(base, bits);
    }

    private static int number(String text, String digits) {
        if (!digits.matches("\\d{1,3}")) {
            throw new IllegalArgumentException(text + " is no network");
        }
        return Integer.parseInt(digits);
    }

    /**
     * An address as it is usually written; no name is ever asked for.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static InetAddress literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            throw new IllegalArgumentException(text + " is no address");
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text + " is no address", e);
        }
    }

    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != base.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int mask = 0xff << (Byte.SIZE - bits % Byte.SIZE) & 0xff;
        return Arrays.equals(bytes, 0, whole, base, 0, whole)
                && (bits % Byte.SIZE == 0 || (bytes[whole] & mask) == (base[whole] & mask));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network same && bits == same.bits && Arrays.equals(base, same.base);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(base) + bits;
    }

    /** As {@link #of} reads it; one address without its length. */
    @Override
    public String toString() {
        String address = addressOf(base).getHostAddress();
        return bits == base.length * Byte.SIZE ? address : address + "/" + bits;
    }

    private static InetAddress lastFour(InetAddress address) {
        byte[] bytes = address.getAddress();
        return addressOf(Arrays.copyOfRange(bytes, bytes.length - Integer.BYTES, bytes.length));
    }

    private static InetAddress addressOf(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
