package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An admin gives a workspace its prices from files, at the console, and what is used next is charged by them. */
@ExtendWith(DemoProduct.class)
class PricesIT {

    @Test
    void whatAFileSaysIsChargedFromTheNextMessageOn(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "growth");
        Path card = Files.writeString(
                installation.data.resolve("card.csv"),
                "row,channel,kind,market,credits\nmessage,whatsapp,marketing,DE,3.125\nmessage,whatsapp,,,2\n");
        send(tenant, "1", "message.sent", "'channel':'whatsapp','kind':'marketing','market':'DE'");
        assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("1");

        String dry = run(tenant, "rate-card-import", "--from 2026-01-01 --dry-run", card);
        assertThat(dry).contains("whatsapp / marketing / DE", "3.125 credits", "2 changes", "dry run");
        assertThat(shown(tenant, "rate-card-list")).contains("has no rate card");
        assertThat(run(tenant, "rate-card-import", "--from 2026-01-01", card)).contains("Saved for");
        send(tenant, "2", "message.sent", "'channel':'whatsapp','kind':'marketing','market':'DE','quantity':3");
        assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("10.375");

        Files.writeString(card, Files.readString(card).replace("3.125", "4"));
        assertThat(run(tenant, "rate-card-import", "--from 2026-01-01", card)).contains("1 change on");
        send(tenant, "3", "message.sent", "'channel':'whatsapp','kind':'marketing','market':'DE'");
        assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("14.375");
        assertThat(shown(tenant, "rate-card-list")).containsPattern("replaced.*\n.*in force");
        assertThat(shown(tenant, "rate-card-show --csv"))
                .contains("message,whatsapp,marketing,DE,4")
                .doesNotContain("3.125");
    }

    @Test
    void costsAreCountedByPricesOfLiteLlm(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "growth");
        Path list = Files.writeString(installation.data.resolve("list.json"), """
                {"mill-1": {"litellm_provider": "openai", "input_cost_per_token": 2.4999999999999998e-06,
                            "output_cost_per_token": 1e-05, "cache_read_input_token_cost": 1.25e-07}}
                """);

        assertThat(run(tenant, "price-book-import", "--from 2026-01-01 --format litellm -p openai", list))
                .contains("openai / mill-1", "input 2.5, output 10", "Saved for");
        send(tenant, "1", "ai.tokens", "'provider':'openai','model':'mill-1','input':1000,'output':7,'cacheRead':11");

        // 1,000 × 2.5 + 7 × 10 + 11 × 0.125 millionths.
        assertThat(tenant.api().recent("cost")).isEqualByComparingTo("2571.375");
        assertThat(shown(tenant, "price-book-list")).contains("in force", "1 of models");
    }

    private static String shown(Tenant tenant, String command) throws IOException {
        return tenant.installation().shell.run("weighhouse:" + command + " -w " + tenant.workspace());
    }

    private static String run(Tenant tenant, String command, String options, Path file) throws IOException {
        return tenant.installation()
                .shell
                .run("weighhouse:" + command + " -w " + tenant.workspace() + " " + options + " " + file);
    }

    private static void send(Tenant tenant, String id, String type, String data) throws Exception {
        int status = tenant.api()
                .event("""
                        {"specversion":"1.0","id":"%s","source":"itest","type":"%s","subject":"%s","data":{%s}}""".formatted(id, type, tenant.workspace(), data.replace('\'', '"')))
                .statusCode();
        assertThat(status).isEqualTo(204);
    }
}
