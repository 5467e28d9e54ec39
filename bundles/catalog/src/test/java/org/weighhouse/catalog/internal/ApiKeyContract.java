package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys.NewKey;

abstract class ApiKeyContract extends CatalogContract {

    private static final Attribution DEFAULTS =
            new Attribution("telegram", "", "spring", "welcome", "", "", "DE", "", "", "u1");

    @Test
    void aKeyIsKnownAgainAfterARestart() {
        saveDemo("free");
        NewKey key = house.keys.create(DEMO, "bot", DEFAULTS);

        assertThat(key.text()).matches("wh_[0-9A-Za-z]{32}");
        assertThat(key.info().hint()).isEqualTo(key.text().substring(31));
        assertThat(house.keys.resolve(key.text())).contains(key.info());
        restart();
        assertThat(house.keys.resolve(key.text())).contains(key.info());
        assertThat(house.keys.list(DEMO)).containsExactly(key.info());
    }

    @Test
    void theTextOfAKeyIsNowhereInTheTables() throws Exception {
        saveDemo("free");
        NewKey key = house.keys.create(DEMO, "bot", DEFAULTS);
        String random = key.text().substring(3);

        assertThat(everythingStored())
                .contains(key.info().id(), key.info().hint())
                .noneMatch(value -> value.contains(random));
        assertThat(key.toString()).doesNotContain(random);
    }

    @Test
    void textsThatAreNoKeyAreUnknown() {
        saveDemo("free");
        NewKey key = house.keys.create(DEMO, "bot", DEFAULTS);
        String other = key.text().substring(0, 34) + (key.text().endsWith("a") ? "b" : "a");

        assertThat(house.keys.resolve(other)).isEmpty();
        assertThat(house.keys.resolve(key.text() + "a")).isEmpty();
        assertThat(house.keys.resolve("")).isEmpty();
        assertThat(house.keys.resolve(key.info().id())).isEmpty();
        assertThat(house.keys.resolve(KeyHash.of(key.text()).hex())).isEmpty();
    }

    @Test
    void aRevokedKeyIsUnknownAtOnceAndForGood() {
        saveDemo("free");
        NewKey revoked = house.keys.create(DEMO, "old", DEFAULTS);
        NewKey kept = house.keys.create(DEMO, "new", DEFAULTS);

        assertThat(house.keys.revoke(revoked.info().id())).isTrue();
        assertThat(house.keys.resolve(revoked.text())).isEmpty();
        assertThat(house.keys.revoke(revoked.info().id())).isFalse();
        restart();
        assertThat(house.keys.resolve(revoked.text())).isEmpty();
        assertThat(house.keys.list(DEMO)).containsExactly(kept.info());
    }

    @Test
    void aKeyForAnUnknownWorkspaceIsRefused() throws Exception {
        assertThatThrownBy(() -> house.keys.create(new WorkspaceId("nobody"), "bot", Attribution.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
        assertThat(house.values("catalog_api_key")).isEmpty();
    }

    @Test
    void theDefaultsOfAKeyCannotNameAnAccountOrAKey() throws Exception {
        saveDemo("free");

        for (Dimension dimension : List.of(Dimension.ACCOUNT, Dimension.KEY)) {
            assertThatThrownBy(() -> house.keys.create(DEMO, "bot", DEFAULTS.with(dimension, "other")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("defaults");
        }
        assertThat(house.values("catalog_api_key")).isEmpty();
    }

    @Test
    void aLabelWithAControlCharacterIsRefused() {
        saveDemo("free");

        assertThatThrownBy(() -> house.keys.create(DEMO, "a\u0000b", DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("label");
    }
}
