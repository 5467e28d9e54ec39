package org.weighhouse.assembler.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final String METATYPE = """
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
              <OCD id="a.Config" name="Scales" description="How things are weighed.">
                <AD id="host" type="String" description="Where." default="127.0.0.1"/>
                <AD id="url" type="String" description="%s"/>
                <AD id="groups" type="String" cardinality="2147483647" description="Which." default=""/>
              </OCD>
              <Designate pid="org.acme.scales"><Object ocdref="a.Config"/></Designate>
            </metatype:MetaData>
            """;

    private static Settings settings(String description) throws Exception {
        List<Settings> all =
                SettingsReader.parse(METATYPE.formatted(description).getBytes(StandardCharsets.UTF_8));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void everythingIsDescribedAndNothingIsSet() throws Exception {
        Settings settings = settings("Of what.");

        assertThat(settings.pid()).isEqualTo("org.acme.scales");
        assertThat(Template.of(settings))
                .startsWith("# Scales: How things are weighed.\n")
                .contains("\n\n# Where.\n#host = 127.0.0.1\n")
                .contains("\n\n# Of what.\n# There has to be one.\n#url = \n")
                .endsWith("\n\n# Which.\n#groups = \n");
        assertThat(Template.of(settings).lines()).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }

    @Test
    void longDescriptionsAreBroken() throws Exception {
        String text = "word ".repeat(100).strip();

        assertThat(Template.of(settings(text)).lines()).allMatch(line -> line.length() < 120);
        assertThat(Template.of(settings(text)).replace("\n# ", " ")).contains(text);
    }
}
