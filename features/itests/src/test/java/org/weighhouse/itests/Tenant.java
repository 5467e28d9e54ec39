package org.weighhouse.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A workspace of a test's own, made as an admin makes one: by shell commands. */
record Tenant(Installation installation, String workspace, String key) {

    private static final Pattern ACCOUNT = Pattern.compile(" as account (\\w+) ");

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
        connect(channel, baseUrl, Map.of(), Map.of("credential", credential));
        return this;
    }

    /** @return where the platform calls back to */
    String connect(String channel, String baseUrl, Map<String, String> settings, Map<String, String> secrets)
            throws IOException {
        StringBuilder command =
                new StringBuilder("weighhouse:channel-connect --workspace " + workspace + " --url " + baseUrl);
        settings.forEach((name, value) ->
                command.append(" --set ").append(name).append('=').append(value));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            Path file = installation.data.resolve(workspace + "." + secret.getKey());
            files.add(Files.writeString(file, secret.getValue()));
            command.append(" --credential-file ")
                    .append(secret.getKey())
                    .append('=')
                    .append(file);
        }
        String said = installation.shell.run(command + " " + channel);
        for (Path file : files) {
            Files.delete(file);
        }
        Matcher account = ACCOUNT.matcher(said);
        if (!account.find()) {
            throw new IllegalStateException("not connected: " + said);
        }
        return installation.gateway + "/webhooks/" + channel + "/" + account.group(1);
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
