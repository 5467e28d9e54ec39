package org.weighhouse.assembler.settings;

import java.util.List;
import java.util.Optional;

/**
 * What can be set of one configuration.
 *
 * @param pid its name, and that of its file
 * @param description what it is for; may be empty
 */
record Settings(String pid, String name, String description, List<Setting> all) {

    Settings {
        all = List.copyOf(all);
    }

    /** @param value without a word; empty if there has to be one */
    record Setting(String name, String description, Optional<String> value) {}
}
