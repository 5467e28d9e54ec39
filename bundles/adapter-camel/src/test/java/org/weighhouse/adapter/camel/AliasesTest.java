package org.weighhouse.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AliasesTest {

    private final Aliases aliases = new Aliases();

    @Test
    void a_name_stands_for_what_it_was_last_seen_for_over_its_account() {
        aliases.learn("acc1", "@news", "-1001");
        aliases.learn("acc1", "@news", "-1002");
        aliases.learn("acc1", "", "5");
        aliases.learn("acc1", "@other", "");

        assertThat(aliases.resolve("acc1", "@news")).isEqualTo("-1002");
        assertThat(aliases.resolve("acc2", "@news")).isEqualTo("@news");
        assertThat(aliases.resolve("acc1", "")).isEmpty();
        assertThat(aliases.resolve("acc1", "@other")).isEqualTo("@other");
    }

    @Test
    void so_many_names_are_remembered_and_no_more() {
        for (int i = 0; i <= Aliases.MAX_NAMES; i++) {
            aliases.learn("acc1", "@name" + i, "1" + i);
            // Used again and again, it stays.
            aliases.resolve("acc1", "@name1");
        }

        assertThat(aliases.resolve("acc1", "@name0")).isEqualTo("@name0");
        assertThat(aliases.resolve("acc1", "@name1")).isEqualTo("11");
    }
}
