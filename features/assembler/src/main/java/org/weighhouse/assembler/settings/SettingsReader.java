package org.weighhouse.assembler.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads what a bundle says of its settings (OSGi Compendium, chapter 105: Metatype). */
final class SettingsReader {

    private static final String FOLDER = "OSGI-INF/metatype/";

    private SettingsReader() {}

    static List<Settings> read(Path bundle) throws IOException {
        List<Settings> read = new ArrayList<>();
        try (JarFile jar = new JarFile(bundle.toFile())) {
            for (ZipEntry entry : jar.stream()
                    .filter(each ->
                            each.getName().startsWith(FOLDER) && each.getName().endsWith(".xml"))
                    .toList()) {
                read.addAll(parse(jar.getInputStream(entry).readAllBytes()));
            }
        }
        return read;
    }

    static List<Settings> parse(byte[] xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Element root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
            List<Element> classes = children(root, "OCD");
            return children(root, "Designate").stream()
                    .map(designate -> settings(designate, classes))
                    .toList();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("The settings cannot be read", e);
        }
    }

    private static Settings settings(Element designate, List<Element> classes) {
        String id = children(designate, "Object").getFirst().getAttribute("ocdref");
        Element described = classes.stream()
                .filter(each -> each.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing describes " + id));
        return new Settings(
                designate.getAttribute("pid"),
                described.getAttribute("name"),
                described.getAttribute("description"),
                children(described, "AD").stream().map(SettingsReader::setting).toList());
    }

    private static Settings.Setting setting(Element described) {
        return new Settings.Setting(
                described.getAttribute("id"),
                described.getAttribute("description"),
                described.hasAttribute("default") ? Optional.of(described.getAttribute("default")) : Optional.empty());
    }

    private static List<Element> children(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
