package org.weighhouse.assembler.sbom;

import com.github.packageurl.PackageURL;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A piece of the distribution: a library, or a package that went into what browsers load.
 *
 * @param sha256 of its file, in hexadecimal; empty where it has none of its own
 * @param licence as an SPDX expression
 * @param texts what its authors want to go with it: licences and notices
 * @param inside what it carries within
 */
record Part(PackageURL purl, Optional<String> sha256, String licence, List<Text> texts, List<Part> inside) {

    Part {
        texts = List.copyOf(texts);
        inside = List.copyOf(inside);
    }

    /** A text of a part's authors. */
    record Text(Kind kind, String content) {

        enum Kind {
            LICENCE,
            NOTICE;

            private static final Pattern FILE =
                    Pattern.compile("(LICEN[SC]E|COPYING|NOTICE)(?!.*\\.(class|html|js)$).*", Pattern.CASE_INSENSITIVE);

            /** By the name of its file; empty if that is none of them. */
            static Optional<Kind> of(String file) {
                Matcher matcher = FILE.matcher(file);
                return matcher.matches()
                        ? Optional.of(matcher.group(1).equalsIgnoreCase("NOTICE") ? NOTICE : LICENCE)
                        : Optional.empty();
            }
        }
    }

    boolean isOurs() {
        return isOurs(purl.getNamespace());
    }

    static boolean isOurs(String group) {
        return "org.weighhouse".equals(group);
    }

    /** This one and all that is in it, however deep. */
    Stream<Part> all() {
        return Stream.concat(Stream.of(this), inside.stream().flatMap(Part::all));
    }
}
