package org.weighhouse.assembler.sbom;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.license.Expression;

/** Writes a bill of materials in the form of CycloneDX 1.6. The same parts give the same bytes. */
final class Sbom {

    private final Maven product;
    private final Instant time;
    private int number;

    /** @param time of the sources, not of the build */
    Sbom(Maven product, Instant time) {
        this.product = product;
        this.time = time;
    }

    String write(List<Part> parts) {
        Bom bom = new Bom();
        bom.setMetadata(metadata());
        bom.setComponents(parts.stream().map(this::component).toList());
        bom.setSerialNumber("urn:uuid:" + id(parts));
        try {
            return BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString();
        } catch (GeneratorException e) {
            throw new IllegalStateException("The bill of materials cannot be written", e);
        }
    }

    private Metadata metadata() {
        Component self = new Component();
        self.setType(Component.Type.APPLICATION);
        self.setName("Weighhouse");
        self.setVersion(product.version());
        self.setPurl(product.purl());
        self.setBomRef(product.purl().canonicalize());
        Metadata metadata = new Metadata();
        metadata.setTimestamp(Date.from(time));
        metadata.setComponent(self);
        return metadata;
    }

    private Component component(Part part) {
        Component component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setGroup(part.purl().getNamespace());
        component.setName(part.purl().getName());
        component.setVersion(part.purl().getVersion());
        component.setPurl(part.purl());
        // A library may be in several others.
        component.setBomRef(part.purl().canonicalize() + "#" + number++);
        component.setLicenses(licence(part.licence()));
        part.sha256().ifPresent(hash -> component.addHash(new Hash(Hash.Algorithm.SHA_256, hash)));
        if (!part.inside().isEmpty()) {
            component.setComponents(part.inside().stream().map(this::component).toList());
        }
        return component;
    }

    private static LicenseChoice licence(String spdx) {
        LicenseChoice choice = new LicenseChoice();
        if (spdx.contains(" ")) {
            choice.setExpression(new Expression(spdx));
        } else {
            License one = new License();
            one.setId(spdx);
            choice.addLicense(one);
        }
        return choice;
    }

    private static UUID id(List<Part> parts) {
        String all = parts.stream()
                .flatMap(Part::all)
                .map(part -> part.purl() + " " + part.sha256())
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }
}
