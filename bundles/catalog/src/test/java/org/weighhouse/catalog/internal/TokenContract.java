package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Network;
import org.weighhouse.api.access.AccessTokens;
import org.weighhouse.api.access.AccessTokens.NewToken;
import org.weighhouse.api.audit.AuditQuery;
import org.weighhouse.api.catalog.Validity;

abstract class TokenContract extends CatalogContract {

    @BeforeEach
    void makeUsers() {
        house.users.create("anna", UserContract.PASSWORD, Set.of(), false);
        house.users.create("bert", UserContract.PASSWORD, Set.of(), false);
    }

    private NewToken token(String user) {
        return house.tokens.create(user, "ci", Validity.ALWAYS);
    }

    @Test
    void aTokenIsKnownAgainAfterARestart() {
        Validity validity =
                Validity.ALWAYS.until(Instant.now().plus(Duration.ofDays(1))).from(List.of(Network.of("192.0.2.0/24")));
        NewToken made = house.tokens.create("anna", "ci", validity);

        assertThat(made.text()).startsWith("wht_").endsWith(made.info().hint());
        assertThat(house.tokens.resolve(made.text())).contains(made.info());
        restart();
        assertThat(house.tokens.resolve(made.text())).contains(made.info());
        assertThat(house.tokens.list("anna")).containsExactly(made.info());
        assertThat(house.tokens.list("bert")).isEmpty();
        assertThat(house.tokens.resolve(made.text() + "x")).isEmpty();
        assertThat(house.tokens.resolve(made.info().id())).isEmpty();
    }

    @Test
    void aTokensTextIsNowhereInTheTables() throws Exception {
        NewToken made = token("anna");

        assertThat(everythingStored())
                .noneMatch(value -> value != null && value.contains(made.text().substring(4, 30)));
    }

    @Test
    void aRevokedTokenIsNobodys() {
        NewToken made = token("anna");
        NewToken kept = token("anna");

        assertThat(house.tokens.revoke(made.info().id())).isTrue();
        assertThat(house.tokens.revoke(made.info().id())).isFalse();
        assertThat(house.tokens.resolve(made.text())).isEmpty();
        restart();
        assertThat(house.tokens.resolve(made.text())).isEmpty();
        assertThat(house.tokens.list("anna")).containsExactly(kept.info());
    }

    @Test
    void tokensEndWithTheirUser() throws Exception {
        NewToken made = token("anna");
        NewToken berts = token("bert");
        house.tokens.used(made.info().id());
        house.users.remove("anna");

        assertThat(house.tokens.resolve(made.text())).isEmpty();
        house.users.create("anna", UserContract.PASSWORD, Set.of(), false);
        assertThat(house.tokens.resolve(made.text())).isEmpty();
        assertThat(house.tokens.list("anna")).isEmpty();
        assertThat(house.tokens.find(made.info().id())).isEmpty();
        restart();
        assertThat(house.tokens.resolve(made.text())).isEmpty();
        assertThat(house.tokens.resolve(berts.text())).contains(berts.info());
        assertThat(house.values("catalog_token")).contains("bert").doesNotContain("anna");
    }

    @Test
    void whatMustNotBeIsRefused() {
        assertRefused("nobody", "ci", Validity.ALWAYS, "there is no user nobody");
        assertRefused("anna", " ", Validity.ALWAYS, "the label of a token must have");
        assertRefused("anna", "ci", Validity.ALWAYS.until(Instant.now()), "a token expires in the future");
        for (int i = 0; i < AccessTokens.MAX_TOKENS; i++) {
            token("anna");
        }
        assertRefused("anna", "ci", Validity.ALWAYS, "which is the most");
        assertThat(house.tokens.list("anna")).hasSize(AccessTokens.MAX_TOKENS);
        assertThat(token("bert").info().user()).isEqualTo("bert");
    }

    private void assertRefused(String user, String label, Validity validity, String message) {
        assertThatThrownBy(() -> house.tokens.create(user, label, validity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theTrailTellsOfThem() {
        NewToken made = token("anna");
        house.tokens.revoke(made.info().id());

        assertThat(house.trail.find(AuditQuery.newest(10)))
                .extracting(entry ->
                        entry.deed().action().slug() + " " + entry.deed().detail())
                .contains("token-created ci of anna", "token-revoked ci of anna");
    }

    @Test
    void lastUseIsKept() {
        NewToken made = token("anna");
        assertThat(house.tokens.lastUsed(made.info().id())).isEmpty();
        house.tokens.used(made.info().id());
        restart();
        assertThat(house.tokens.lastUsed(made.info().id())).isPresent();
    }
}
