package org.weighhouse.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A workspace of a test's own, made as an admin makes one: by shell commands. */
record Tenant(Installation installation, String workspace, String key) {

    static Tenant create(Installation installation, String plan) throws IOException {
        String workspace = Names.workspace();
        installation.shell.run("weighhouse:workspace-create --plan " + plan + " --zone UTC " + workspace);
        String key = installation
                .shell
                .run("weighhouse:key-create --quiet --workspace " + workspace)
                .strip();
        if (!key.startsWith("wh_")) {
            throw new IllegalStateException("no key for " + workspace + ": " + key);
        }
        return new Tenant(installation, workspace, key);
    }

    Tenant connect(String channel, String baseUrl, String credential) throws IOException {
        Path file = Files.writeString(installation.data.resolve(workspace + ".credential"), credential);
        String said = installation.shell.run("weighhouse:channel-connect --workspace " + workspace + " --url " + baseUrl
                + " --credential-file " + file + " " + channel);
        Files.delete(file);
        if (!said.contains(channel)) {
            throw new IllegalStateException("not connected: " + said);
        }
        return this;
    }

    /** Uses message credits of the plan, by reported events, until only {@code left} are available. */
    Tenant drain(long left) throws Exception {
        String value = api().get("/api/v1/subjects/" + workspace + "/entitlements/message_credits/value")
                .body();
        long toUse = Api.json(value).get("balance").asLong() - left;
        String event = """
                {"specversion":"1.0","id":"drain","source":"itest","type":"message.sent","subject":"%s",
                 "data":{"channel":"telegram","kind":"text","quantity":%d}}""".formatted(workspace, toUse);
        int status = api().event(event).statusCode();
        if (status != 204) {
            throw new IllegalStateException("draining answered " + status);
        }
        return this;
    }

    /** The usage report of this month, written by an admin. */
    UsageCsv report() throws IOException {
        Path file = installation.data.resolve(workspace + ".csv");
        String said = installation.shell.run(
                "weighhouse:report-run --workspace " + workspace + " --format csv --overwrite --file " + file);
        if (!said.contains("Wrote")) {
            throw new IllegalStateException("no report: " + said);
        }
        return UsageCsv.read(file);
    }

    Api api() {
        return new Api(installation.gateway, key);
    }

    String telegramApi() {
        return installation.gateway + "/telegram/bot";
    }
}
