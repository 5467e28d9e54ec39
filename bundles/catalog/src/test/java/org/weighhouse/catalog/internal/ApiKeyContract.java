package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Network;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ApiKeys.NewKey;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Workspace;

abstract class ApiKeyContract extends CatalogContract {

    private static final Attribution DEFAULTS =
            new Attribution("telegram", "", "spring", "welcome", "", "", "DE", "", "", "u1");

    @Test
    void aKeyIsKnownAgainAfterARestart() {
        saveDemo("free");
        NewKey key = house.keys.create(DEMO, KeyTerms.of("bot").withDefaults(DEFAULTS));

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
        NewKey key = house.keys.create(DEMO, KeyTerms.of("bot").withDefaults(DEFAULTS));
        String random = key.text().substring(3);

        assertThat(everythingStored())
                .contains(key.info().id(), key.info().hint())
                .noneMatch(value -> value != null && value.contains(random));
        assertThat(key.toString()).doesNotContain(random);
    }

    @Test
    void textsThatAreNoKeyAreUnknown() {
        saveDemo("free");
        NewKey key = house.keys.create(DEMO, KeyTerms.of("bot").withDefaults(DEFAULTS));
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
        NewKey revoked = house.keys.create(DEMO, KeyTerms.of("old").withDefaults(DEFAULTS));
        NewKey kept = house.keys.create(DEMO, KeyTerms.of("new").withDefaults(DEFAULTS));

        assertThat(house.keys.revoke(revoked.info().id())).isTrue();
        assertThat(house.keys.resolve(revoked.text())).isEmpty();
        assertThat(house.keys.revoke(revoked.info().id())).isFalse();
        restart();
        assertThat(house.keys.resolve(revoked.text())).isEmpty();
        assertThat(house.keys.list(DEMO)).containsExactly(kept.info());
    }

    @Test
    void aKeyForAnUnknownWorkspaceIsRefused() throws Exception {
        assertThatThrownBy(() -> house.keys.create(new WorkspaceId("nobody"), KeyTerms.of("bot")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
        assertThat(house.values("catalog_api_key")).isEmpty();
    }

    @Test
    void theDefaultsOfAKeyCannotNameAnAccountOrAKey() throws Exception {
        saveDemo("free");

        for (Dimension dimension : List.of(Dimension.ACCOUNT, Dimension.KEY)) {
            assertThatThrownBy(() ->
                            house.keys.create(DEMO, KeyTerms.of("bot").withDefaults(DEFAULTS.with(dimension, "other"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("defaults");
        }
        assertThat(house.values("catalog_api_key")).isEmpty();
    }

    @Test
    void aLabelWithAControlCharacterIsRefused() {
        saveDemo("free");

        assertThatThrownBy(() -> house.keys.create(DEMO, KeyTerms.of("a\u0000b").withDefaults(DEFAULTS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("label");
    }

    @Test
    void theTermsOfAKeyAreKept() {
        saveDemo("free");
        KeyTerms terms = KeyTerms.of("narrow")
                .withScopes(Set.of(KeyScope.READ, KeyScope.MANAGE))
                .withDefaults(DEFAULTS)
                .until(Instant.now().plus(Duration.ofDays(1)))
                .from(List.of(Network.of("203.0.113.0/24"), Network.of("2001:db8::/32"), Network.of("192.0.2.7")));
        NewKey key = house.keys.create(DEMO, terms);

        assertThat(key.info().terms().scopes()).containsExactly(KeyScope.READ, KeyScope.MANAGE);
        assertThat(key.info().terms().validity()).isEqualTo(terms.validity());
        restart();
        assertThat(house.keys.resolve(key.text())).contains(key.info());
    }

    @Test
    void aKeyThatWouldNeverBeGoodIsRefused() throws Exception {
        saveDemo("free");

        assertThatThrownBy(() -> house.keys.create(DEMO, KeyTerms.of("late").until(Instant.now())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("future");
        assertThatThrownBy(() -> KeyTerms.of("useless").withScopes(Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(house.values("catalog_api_key")).isEmpty();
    }

    @Test
    void aRotatedKeyHasTwoTextsForAWhile() {
        saveDemo("free");
        NewKey old = house.keys.create(DEMO, KeyTerms.of("bot").withDefaults(DEFAULTS));
        String id = old.info().id();
        NewKey next = house.keys.rotate(id, Duration.ofHours(1)).orElseThrow();

        assertThat(next.text()).isNotEqualTo(old.text());
        assertThat(next.info().id()).isEqualTo(id);
        assertThat(next.info().terms()).isEqualTo(old.info().terms());
        for (int i = 0; i < 2; i++) {
            assertThat(house.keys.resolve(old.text())).contains(next.info());
            assertThat(house.keys.resolve(next.text())).contains(next.info());
            assertThat(house.keys.list(DEMO)).containsExactly(next.info());
            restart();
        }
        house.pass(Duration.ofHours(2));
        assertThat(house.keys.resolve(old.text())).isEmpty();
        assertThat(house.keys.resolve(next.text())).contains(next.info());
    }

    @Test
    void ofThreeTextsTheOldestIsGoodForNothing() {
        saveDemo("free");
        NewKey first = house.keys.create(DEMO, KeyTerms.of("bot"));
        String id = first.info().id();
        NewKey second = house.keys.rotate(id, Duration.ofDays(1)).orElseThrow();
        NewKey third = house.keys.rotate(id, Duration.ofDays(1)).orElseThrow();

        assertThat(house.keys.resolve(first.text())).isEmpty();
        assertThat(house.keys.resolve(second.text())).contains(third.info());
        NewKey fourth = house.keys.rotate(id, Duration.ZERO).orElseThrow();
        assertThat(house.keys.resolve(third.text())).isEmpty();
        assertThat(house.keys.resolve(fourth.text())).contains(fourth.info());
        assertThat(house.keys.rotate("nobody", Duration.ZERO)).isEmpty();
        assertThatThrownBy(() -> house.keys.rotate(id, Duration.ofDays(91)))
                .isInstanceOf(IllegalArgumentException.class);

        house.keys.revoke(id);
        assertThat(house.keys.resolve(fourth.text())).isEmpty();
        assertThat(house.keys.list(DEMO)).isEmpty();
    }

    @Test
    void theLastUseIsKnownAfterARestart() throws Exception {
        saveDemo("free");
        NewKey key = house.keys.create(DEMO, KeyTerms.of("bot"));
        String id = key.info().id();
        assertThat(house.keys.lastUsed(id)).isEmpty();

        house.keys.used(id);
        Instant used = house.keys.lastUsed(id).orElseThrow();
        assertThat(used).isBetween(Instant.now().minusSeconds(60), Instant.now());
        restart();
        assertThat(house.keys.lastUsed(id)).contains(used.truncatedTo(ChronoUnit.MILLIS));

        house.pass(Duration.ofHours(1));
        house.keys.used(id);
        assertThat(house.keys.lastUsed(id).orElseThrow()).isAfter(used.plus(Duration.ofMinutes(59)));
        house.keys.revoke(id);
        restart();
        assertThat(house.keys.lastUsed(id)).isEmpty();
        assertThat(house.values("catalog_key_use")).isEmpty();
    }

    @Test
    void theSameRequestMakesOneKey() {
        saveDemo("free");
        KeyTerms terms = KeyTerms.of("bot").until(Instant.parse("2099-01-01T00:00:00.123456Z"));

        ApiKeys.NamedKey first = house.keys.create(DEMO, terms, "order-17");
        restart();
        ApiKeys.NamedKey again = house.keys.create(DEMO, terms, "order-17");
        ApiKeys.NamedKey another = house.keys.create(DEMO, terms, "order-18");

        assertThat(first.text()).isPresent();
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(again.text()).isEmpty();
        assertThat(house.keys.resolve(first.text().orElseThrow())).contains(first.key());
        assertThat(another.key().id()).isNotEqualTo(first.key().id());
        assertThat(house.keys.list(DEMO)).containsExactlyInAnyOrder(first.key(), another.key());
    }

    @Test
    void theSameRequestOfAnotherWorkspaceIsAnotherOne() {
        saveDemo("free");
        WorkspaceId other = new WorkspaceId("other");
        house.workspaces.save(new Workspace(other, "Other", ZoneId.of("UTC"), "free"));

        ApiKeys.NamedKey first = house.keys.create(DEMO, KeyTerms.of("bot"), "order-17");
        ApiKeys.NamedKey second = house.keys.create(other, KeyTerms.of("bot"), "order-17");

        assertThat(second.text()).isPresent();
        assertThat(second.key().workspace()).isEqualTo(other);
        assertThat(second.key().id()).isNotEqualTo(first.key().id());
    }
}
