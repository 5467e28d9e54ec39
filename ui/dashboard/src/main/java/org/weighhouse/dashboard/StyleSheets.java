package org.weighhouse.dashboard;

import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.server.VaadinService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The design's style sheets, served as they are written: the bundler would rewrite {@code light-dark()} into something
 * that knows no switch. Their addresses hold a checksum, so that browsers keep them and still notice a new one.
 */
final class StyleSheets {

    private static final List<String> NAMES = List.of("tokens", "layout", "controls", "parts", "tables", "login");

    private StyleSheets() {}

    static void addTo(AppShellSettings settings) {
        for (String name : NAMES) {
            String path = "styles/" + name + ".css";
            settings.addLink("stylesheet", path + "?v=" + checksum(path));
        }
    }

    private static String checksum(String path) {
        CRC32 sum = new CRC32();
        try (InputStream sheet = VaadinService.getCurrent().getResourceAsStream("/" + path)) {
            sum.update(sheet.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Long.toHexString(sum.getValue());
    }
}
