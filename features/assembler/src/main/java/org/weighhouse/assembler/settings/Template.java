package org.weighhouse.assembler.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The file of a configuration with everything that can be set, and nothing set. */
final class Template {

    private static final int WIDTH = 110;

    private Template() {}

    static String of(Settings settings) {
        String head =
                settings.description().isEmpty() ? settings.name() : settings.name() + ": " + settings.description();
        return comment(head)
                + comment(
                        "To set something, copy this file from templates to the folder above, and take the # from its line there. It"
                                + " applies at once.")
                + settings.all().stream().map(Template::setting).collect(Collectors.joining());
    }

    private static String setting(Settings.Setting setting) {
        return "\n" + comment(setting.description())
                + (setting.value().isPresent() ? "" : "# There has to be one.\n")
                + "#" + setting.name() + " = " + setting.value().orElse("") + "\n";
    }

    private static String comment(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.stream()
                .filter(each -> !each.isEmpty())
                .map(each -> "# " + each + "\n")
                .collect(Collectors.joining());
    }
}
