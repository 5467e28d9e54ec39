package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes wrong with adapters is said with its cause and what to do, and with nothing else. */
@ExtendWith(DemoProduct.class)
class DoctorIT {

    private static final String DOCTOR = "weighhouse:doctor";

    @Test
    void aWholeInstallationIsFine(Installation installation) throws Exception {
        StockKaraf.eventually(() -> installation.shell.run(DOCTOR).contains("All is well."));
        assertThat(installation.shell.run(DOCTOR)).contains("Ledger", "Gateway", "Dashboard", "Parts", "Data folder");
    }

    @Test
    void whatAnAdapterMissesIsNamed(Installation installation) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "com.acme.pigeons");
        manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0");
        manifest.getMainAttributes()
                .putValue("Import-Package", "org.weighhouse.api.channel,com.acme.lofts;version=\"[9,10)\"");
        Path jar = deployed(installation, "pigeons.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream bundle = new JarOutputStream(out, manifest)) {
            bundle.flush();
        }

        String said = await(installation, "com.acme.pigeons");
        Files.delete(jar);
        assertThat(said)
                .contains("PROBLEM  Parts", "com.acme.pigeons) needs the package com.acme.lofts from version 9.0.0 on");
        StockKaraf.eventually(() -> !installation.shell.run(DOCTOR).contains("com.acme.pigeons"));
    }

    @Test
    void aJarThatIsNoBundleIsNotTakenForOneInSilence(Installation installation) throws Exception {
        Path jar = deployed(installation, "homemade.jar");
        try (JarFile adapter = new JarFile(installation.telegramJar().toFile());
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream plain = new JarOutputStream(out)) {
            for (JarEntry entry : Collections.list(adapter.entries())) {
                if (entry.getName().endsWith(".class")) {
                    plain.putNextEntry(new JarEntry(entry.getName()));
                    adapter.getInputStream(entry).transferTo(plain);
                }
            }
        }

        String said = await(installation, "without a bundle's manifest");
        Files.delete(jar);
        assertThat(said).contains("bnd-maven-plugin");
        StockKaraf.eventually(() -> !installation.shell.run(DOCTOR).contains("without a bundle's manifest"));
    }

    @Test
    void aSettingThatIsNotTakenIsNamed(Installation installation) throws Exception {
        String pid = "org.weighhouse.channel.telegram";
        installation.shell.run("config:property-set -p " + pid + " maxConnections -5");

        String said = await(installation, pid);
        String list = installation.shell.run("weighhouse:channel-list");
        installation.shell.run("config:delete " + pid);
        assertThat(said).containsPattern("TelegramAdapter failed: maxConnections must be positive.*" + pid);
        assertThat(list).contains("TelegramAdapter failed: ");
        StockKaraf.eventually(() -> installation.shell.run(DOCTOR).contains("All is well."));
    }

    private static String await(Installation installation, String text) throws Exception {
        StockKaraf.eventually(() -> installation.shell.run(DOCTOR).contains(text));
        return installation.shell.run(DOCTOR);
    }

    private static Path deployed(Installation installation, String name) throws Exception {
        return Files.createDirectories(installation.data.resolve("deploy")).resolve(name);
    }
}
