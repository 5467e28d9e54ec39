package org.weighhouse.dashboard.internal.component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * What every page looks like, the login too. The style sheets are served as they are written: the bundler would rewrite {@code
 * light-dark()} into something that knows no switch. Their addresses hold a checksum, so that browsers keep them and still
 * notice a new one.
 */
public final class Look {

    /** Before the first paint: the colours this browser chose, else the system's. */
    public static final String SCHEME = "document.documentElement.style.colorScheme ="
            + " localStorage.getItem('weighhouse-theme') ?? 'light dark';";

    private static final List<String> SHEETS = List.of("tokens", "layout", "controls", "parts", "tables", "login");

    private Look() {}

    /**
     * Addresses of the style sheets, in their order.
     *
     * @param files opens a file of the web application by its path
     */
    public static List<String> styleSheets(Function<String, InputStream> files) {
        return SHEETS.stream()
                .map(name -> "styles/" + name + ".css")
                .map(path -> path + "?v=" + checksum(files, "/" + path))
                .toList();
    }

    private static String checksum(Function<String, InputStream> files, String path) {
        CRC32 sum = new CRC32();
        try (InputStream sheet = files.apply(path)) {
            sum.update(sheet.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Long.toHexString(sum.getValue());
    }
}
