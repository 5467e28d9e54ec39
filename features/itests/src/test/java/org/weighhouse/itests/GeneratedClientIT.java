package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.weighhouse.simulator.upstream.TelegramStandIn;

/** A client is generated from the description that the gateway serves, and provisions a customer. */
@ExtendWith(DemoProduct.class)
class GeneratedClientIT {

    private static final Path TOOLS = Path.of("target", "client-generator");
    private static final String GENERATOR =
            TOOLS.resolve("openapi-generator-cli.jar").toString();
    /** The generator has the libraries inside that what it generates needs, but for the annotations. */
    private static final String LIBRARIES =
            GENERATOR + File.pathSeparator + TOOLS.resolve("jakarta.annotation-api.jar");

    private static final String TOKEN = "1:bot-token";

    @Test
    void aPlatformProvisionsACustomerAndItsBotSends(Installation installation) throws Exception {
        Path classes = compiled(generated(installation));
        String workspace = Names.workspace();
        String token = installation
                .shell
                .run("weighhouse:token-create --quiet --label platform --expires 1d")
                .strip();
        try (TelegramStandIn telegram = new TelegramStandIn(Set.of(TOKEN))) {
            telegram.start("127.0.0.1", 0);
            String said = run(
                    "-cp",
                    classes + File.pathSeparator + LIBRARIES,
                    "Provision",
                    installation.gateway.toString(),
                    token,
                    workspace,
                    telegram.baseUrl().toString());

            assertThat(said)
                    .contains("same key=true\n", "keys=1\n", "plan=" + workspace + "-plan\n", "missing=404\n")
                    .contains("secrets=[credential]\n", "rate=2.5\n", "m-" + workspace)
                    .doesNotContain(TOKEN);
            String key = said.replaceAll("(?s).*key=(wh_\\w+)\n.*", "$1");
            assertThat(send(installation, key)).isEqualTo(200);
            Api api = new Api(installation.gateway, key);
            assertThat(api.recent("message_credits")).isEqualByComparingTo("2.5");
            String left = api.get("/api/v1/subjects/" + workspace + "/entitlements/message_credits/value")
                    .body();
            // 100 of the plan and 50 given, once.
            assertThat(Api.json(left).get("balance").decimalValue()).isEqualByComparingTo("147.5");
        }
        assertThat(installation.shell.run("weighhouse:audit-list -w " + workspace))
                .containsPattern("admin .*rest 127.0.0.1.*workspace-created")
                .containsPattern("admin .*rest 127.0.0.1.*key-created");
        assertThat(installation.shell.run("weighhouse:token-list")).contains("platform");
    }

    private static int send(Installation installation, String key) throws Exception {
        HttpRequest message = HttpRequest.newBuilder(
                        URI.create(installation.gateway + "/telegram/bot" + key + "/sendMessage?chat_id=42&text=Hello"))
                .build();
        return Installation.HTTP
                .send(message, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static Path generated(Installation installation) throws Exception {
        Path description = TOOLS.resolve("openapi.json").toAbsolutePath();
        HttpRequest request = HttpRequest.newBuilder(URI.create(installation.gateway + "/api/v1/openapi.json"))
                .build();
        Installation.HTTP.send(request, HttpResponse.BodyHandlers.ofFile(description));
        Path sources = DemoProduct.emptyFolder("generated-client");
        run(
                "-jar",
                GENERATOR,
                "generate",
                "-i",
                description.toString(),
                "-o",
                sources.toString(),
                "-g",
                "java",
                "--library",
                "native",
                "--global-property",
                "apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
                "--additional-properties",
                "openApiNullable=false,useJakartaEe=true,invokerPackage=client,apiPackage=client.api,"
                        + "modelPackage=client.model");
        return sources.resolve("src/main/java");
    }

    private static Path compiled(Path sources) throws Exception {
        Path classes = DemoProduct.emptyFolder("generated-client-classes");
        List<String> command = new ArrayList<>(
                List.of(tool("javac"), "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", LIBRARIES));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(command::add);
        }
        command.add("src/test/resources/client/Provision.java");
        execute(command);
        return classes;
    }

    private static String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(tool("java")));
        command.addAll(List.of(arguments));
        return execute(command);
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static String execute(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
