package org.weighhouse.catalog.internal;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;

/** Opens catalogs over one database, one after the other as a restarted server does. */
abstract class CatalogContract {

    static final WorkspaceId DEMO = new WorkspaceId("demo");
    static final List<String> TABLES = List.of(
            "catalog_setting",
            "catalog_plan",
            "catalog_allowance",
            "catalog_workspace",
            "catalog_rate_card",
            "catalog_message_rate",
            "catalog_token_rate",
            "catalog_api_key",
            "catalog_key_use",
            "catalog_channel",
            "catalog_channel_kind",
            "catalog_channel_field",
            "catalog_channel_account",
            "catalog_account_setting",
            "catalog_account_secret",
            "catalog_price_book",
            "catalog_message_price",
            "catalog_model_price",
            "catalog_user",
            "catalog_user_role",
            "catalog_token",
            "catalog_change",
            "catalog_audit");

    @TempDir
    Path folder;

    House house;

    abstract String url();

    @BeforeEach
    void open() {
        house = new House(url(), folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    void restart() {
        close();
        open();
    }

    void saveDemo(String plan) {
        house.workspaces.save(new Workspace(DEMO, "Demo", ZoneId.of("Europe/Berlin"), plan));
    }

    List<String> everythingStored() throws Exception {
        List<String> all = new ArrayList<>();
        for (String table : TABLES) {
            all.addAll(house.values(table));
        }
        return all;
    }
}
