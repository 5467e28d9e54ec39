package org.weighhouse.assembler.sbom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts into a distribution what is in it: a bill of materials, the notices and the licences. Runs in the build only. */
public final class WriteSbom {

    private WriteSbom() {}

    /** @param args the unpacked distribution, the dashboard's project, the report of its bundler, version and time of the sources */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Tables tables = new Tables();
        List<Part> parts = new ArrayList<>(Distribution.read(folder, new JarReader(tables)));
        tables.check();
        parts.addAll(new NpmReader(Path.of(args[1])).read(Path.of(args[2])));
        Maven product = new Maven("org.weighhouse", "weighhouse-distribution", args[3]);
        Notices notices = new Notices(parts);
        Files.writeString(folder.resolve("sbom.cdx.json"), new Sbom(product, Instant.parse(args[4])).write(parts));
        Files.writeString(folder.resolve("NOTICE"), notices.notice());
        Files.writeString(folder.resolve("THIRD-PARTY.txt"), notices.thirdParties());
    }
}
