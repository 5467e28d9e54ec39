package org.weighhouse.assembler.sbom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What has to go with the parts of others: their licences and notices, each once. */
final class Notices {

    private static final String RULE = "\n" + "-".repeat(100) + "\n\n";

    private final List<Part> foreign;

    Notices(List<Part> parts) {
        foreign =
                parts.stream().flatMap(Part::all).filter(part -> !part.isOurs()).toList();
    }

    /** Who made what, with the notices of those who ask for theirs to be kept. */
    String notice() {
        return "Weighhouse\n\nThis product has parts that others made. Their licences are in THIRD-PARTY.txt, and each with its checksum in\n"
                + "sbom.cdx.json. What their makers want to be said follows.\n"
                + texts(Part.Text.Kind.NOTICE);
    }

    /** Which licence each part has, and their texts. */
    String thirdParties() {
        Map<String, SortedSet<String>> byLicence = new TreeMap<>();
        foreign.forEach(part -> byLicence
                .computeIfAbsent(part.licence(), licence -> new TreeSet<>())
                .add(name(part)));
        String table = byLicence.entrySet().stream()
                .map(each -> each.getKey() + "\n" + indented(each.getValue()))
                .collect(Collectors.joining("\n"));
        return "Parts of Weighhouse that others made, by their licences (SPDX). \"OR\" is for whoever uses it to choose.\n\n"
                + table + texts(Part.Text.Kind.LICENCE);
    }

    private String texts(Part.Text.Kind kind) {
        Map<String, SortedSet<String>> byText = new LinkedHashMap<>();
        for (Part part : foreign) {
            part.texts().stream().filter(text -> text.kind() == kind).forEach(text -> byText.computeIfAbsent(
                            plain(text.content()), each -> new TreeSet<>())
                    .add(name(part)));
        }
        List<String> sections = new ArrayList<>();
        byText.forEach((text, names) -> sections.add(RULE + indented(names) + "\n" + text + "\n"));
        return String.join("", sections);
    }

    /** The same text has other ends of lines and blanks here and there. */
    private static String plain(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String indented(SortedSet<String> names) {
        return names.stream().map(name -> "  " + name + "\n").collect(Collectors.joining());
    }

    private static String name(Part part) {
        String group = part.purl().getNamespace() == null ? "" : part.purl().getNamespace() + "/";
        return group + part.purl().getName() + " " + part.purl().getVersion();
    }
}
