package org.weighhouse.gateway.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.gateway.internal.events.CloudEventParser.Shape;
import org.weighhouse.gateway.internal.http.ProblemException;

class CloudEventParserTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final WorkspaceId ACME = new WorkspaceId("acme");

    private final CloudEventParser parser = new CloudEventParser(3, Clock.fixed(NOW, ZoneOffset.UTC));

    private static String event(String type, String data) {
        return "{'id':'e1','source':'crm','specversion':'1.0','subject':'acme','type':'" + type + "','data':" + data
                + "}";
    }

    private List<UsageEvent> parse(String json) {
        return parser.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Shape.EITHER, ACME)
                .events();
    }

    private UsageEvent one(String type, String data) {
        return parse(event(type, data)).getFirst();
    }

    @Test
    void messagesAreUnderstood() {
        UsageEvent event = one(
                "message.sent",
                "{'channel':'sms','kind':'text','quantity':3,'campaign':'c','flow':'f','subscriber':'s','market':'AT'}");

        assertThat(event)
                .isEqualTo(UsageEvent.of(
                        "crm",
                        "e1",
                        NOW,
                        new Attribution("sms", "text", "c", "f", "", "", "AT", "", "", "s"),
                        new Reading.Messages(3)));
    }

    @Test
    void quantityIsOneUnlessSaid() {
        assertThat(one("message.sent", "null").reading()).isEqualTo(new Reading.Messages(1));
        assertThat(one("message.sent", "{'quantity':null}").reading()).isEqualTo(new Reading.Messages(1));
    }

    @Test
    void tokensAreUnderstood() {
        UsageEvent event = one(
                "ai.tokens",
                "{'provider':'openai','model':'m','feature':'smart-reply','input':1,'output':2,'cacheRead':3,"
                        + "'cacheWrite':4,'cacheWriteLong':5,'reasoning':6,'toolCalls':7,'seconds':8.25}");

        assertThat(event.reading())
                .isEqualTo(new Reading.Tokens("openai", new TokenBuckets(1, 2, 3, 4, 5, 6), 7, 8_250));
        assertThat(event.attribution().model()).isEqualTo("m");
        assertThat(event.attribution().aiFeature()).isEqualTo("smart-reply");
    }

    @Test
    void callOfSoundAloneIsUnderstood() {
        assertThat(one("ai.tokens", "{'seconds':0.001}").reading())
                .isEqualTo(new Reading.Tokens("", TokenBuckets.NONE, 0, 1));
    }

    @Test
    void eventsThatSayNoTimeAreMarked() {
        String timed = event("message.sent", "{}").replace("'id'", "'time':'2026-11-23T11:00:00Z','id'");
        String json = "[" + event("message.sent", "{}") + "," + timed + "," + event("message.sent", "{}") + "]";

        assertThat(
                        parser
                                .parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Shape.BATCH, ACME)
                                .untimed()
                                .stream())
                .containsExactly(0, 2);
    }

    @Test
    void leapSecondIsCountedInTheDayItEnds() {
        String leap = event("message.sent", "{}").replace("'id'", "'time':'2016-12-31T23:59:60Z','id'");

        assertThat(parse(leap).getFirst().time()).isEqualTo(Instant.parse("2016-12-31T23:59:59.999999Z"));
    }

    @Test
    void refusalNamesThePlaceOfTheEvent() {
        String old = event("message.sent", "{}").replace("'id'", "'time':'1985-01-01T00:00:00Z','id'");

        assertThatThrownBy(() -> parse("[" + event("message.sent", "{}") + "," + old + "]"))
                .hasMessageStartingWith("events[1].time must lie between 2000-01-01T00:00:00Z and");
        assertThatThrownBy(() -> parse("[5]")).hasMessageStartingWith("events[0] must be an object");
    }

    @Test
    void subscribersAndEngagementAreUnderstood() {
        assertThat(one("subscriber.active", "{'channel':'sms','subscriber':'u'}")
                        .reading())
                .isEqualTo(new Reading.ActiveSubscriber());
        assertThat(one("engagement", "{'kind':'conversion','value':12.5}").reading())
                .isEqualTo(new Reading.Engagement(Amount.parse("12.5")));
    }

    @Test
    void correctionIsOfTheKindOfItsFields() {
        assertThat(one("usage.corrected", "{'corrects':'e0','channel':'sms','quantity':0}"))
                .satisfies(event -> {
                    assertThat(event.corrects()).isEqualTo("e0");
                    assertThat(event.reading()).isEqualTo(new Reading.Messages(0));
                });
        assertThat(one("usage.corrected", "{'corrects':'e0','input':5}").reading())
                .isEqualTo(new Reading.Tokens("", new TokenBuckets(5, 0, 0, 0, 0)));
        assertThat(one("usage.corrected", "{'corrects':'e0','kind':'click'}").reading())
                .isEqualTo(new Reading.Engagement(Amount.ZERO));
    }

    @Test
    void orderOfFieldsAndExtensionsDoNotMatter() {
        List<UsageEvent> events =
                parse("[{'data':{'quantity':2},'ext':{'a':[1,{}]},'dataschema':'x','time':'2026-11-23T13:00:00+02:00',"
                        + "'subject':'acme','type':'message.sent','specversion':'1.0','source':'s','id':'i'}]");

        assertThat(events).singleElement().satisfies(event -> assertThat(event.time())
                .isEqualTo(Instant.parse("2026-11-23T11:00:00Z")));
    }

    @Test
    void eventsOfABatchDoNotLeakIntoEachOther() {
        String full = event("message.sent", "{'campaign':'c','quantity':9}");
        String plain = event("message.sent", "{}").replace("'e1'", "'e2'");

        List<UsageEvent> events = parse("[" + full + "," + plain + "]");

        assertThat(events.get(1).reading()).isEqualTo(new Reading.Messages(1));
        assertThat(events.get(1).attribution()).isEqualTo(Attribution.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "message.sent      | {'quantity':0}            | data.quantity",
                "message.sent      | {'quantity':1000001}      | data.quantity",
                "message.sent      | {'quantity':1.0}          | data.quantity",
                "message.sent      | {'quantity':'1'}          | data.quantity",
                "message.sent      | {'quantity':-1}           | data.quantity",
                "message.sent      | {'quantity':99999999999999999999999} | data.quantity",
                "message.sent      | {'quantitiy':1}           | data.quantitiy",
                "message.sent      | {'input':1}               | data.input",
                "message.sent      | {'channel':7}             | data.channel",
                "message.sent      | {'channel':{'a':1}}       | data.channel",
                "message.sent      | {'channel':'a','channel':'b'} | data.channel",
                "message.sent      | {'campaign':'a\\u0000'}   | data.campaign",
                "message.sent      | {'campaign':'\\ud800'}    | data.campaign",
                "message.sent      | {'corrects':'x'}          | data.corrects",
                "message.sent      | []                        | data",
                "message.sent      | 'text'                    | data",
                "ai.tokens         | {}                        | data",
                "ai.tokens         | {'model':'m'}             | data",
                "ai.tokens         | {'seconds':0.0001}        | data.seconds",
                "ai.tokens         | {'seconds':-1}            | data.seconds",
                "ai.tokens         | {'toolCalls':1.5}         | data.toolCalls",
                "message.sent      | {'key':'k'}               | data.key",
                "message.sent      | {'account':'a'}           | data.account",
                "ai.tokens         | {'input':-1}              | data.input",
                "ai.tokens         | {'input':1e3}             | data.input",
                "ai.tokens         | {'input':1000000000001}   | data.input",
                "subscriber.active | {}                        | data.subscriber",
                "engagement        | {'kind':'laugh'}          | data.kind",
                "engagement        | {'kind':'click','value':-1}          | data.value",
                "engagement        | {'kind':'click','value':0.0001}      | data.value",
                "engagement        | {'kind':'click','value':1e999999999} | data.value",
                "engagement        | {'kind':'click','value':'1'}         | data.value",
                "usage.corrected   | {'quantity':1}            | data.corrects",
                "usage.corrected   | {'corrects':'e0'}         | data.quantity",
                "usage.corrected   | {'corrects':'e0','quantity':1,'input':1} | data",
                "unknown.type      | {'x':1}                   | type",
            })
    void badDataIsRefusedByIndexAndField(String type, String data, String field) {
        String good = event("message.sent", "{}");
        assertRefused("[" + good + "," + event(type, data) + "]", 400, 1, field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'id':'e1'         |                           | 400 | id",
                "'id':'e1'         | 'id':''                   | 400 | id",
                "'id':'e1'         | 'id':5                    | 400 | id",
                "'id':'e1'         | 'id':'a','id':'b'         | 400 | id",
                "'id':'e1'         | 'id':'\\udc00'            | 400 | id",
                "'source':'crm'    |                           | 400 | source",
                "'specversion':'1.0' | 'specversion':'0.3'     | 400 | specversion",
                "'specversion':'1.0' |                         | 400 | specversion",
                "'subject':'acme'  |                           | 400 | subject",
                "'subject':'acme'  | 'subject':'other'         | 403 | subject",
                "'id':'e1'         | 'id':'e1','time':'today'  | 400 | time",
                "'id':'e1'         | 'id':'e1','time':'2027-01-01T00:00:00Z' | 400 | time",
                "'id':'e1'         | 'id':'e1','time':'1999-12-31T23:59:59Z' | 400 | time",
                "'source':'crm'    | 'source':'weighhouse:gateway' | 400 | source",
                "'id':'e1'         | 'id':'e1','datacontenttype':'text/xml'  | 400 | datacontenttype",
                "'id':'e1'         | 'id':'e1','data_base64':'AAAA'          | 400 | data_base64",
            })
    void badAttributesAreRefusedByField(String from, String to, int status, String field) {
        String replacement = to == null ? "'x':1" : to;
        assertRefused(event("message.sent", "{}").replace(from, replacement), status, 0, field);
    }

    private void assertRefused(String json, int status, int index, String field) {
        assertThatThrownBy(() -> parse(json))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(refused -> {
                    assertThat(refused.problem().type().status()).isEqualTo(status);
                    assertThat(refused.problem().members())
                            .containsEntry("index", index)
                            .containsEntry("field", field);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{|400",
                "[{}|400",
                "``|400",
                "nul|400",
                "5|400",
                "[5]|400",
                "[] x|400",
                "[]]|400",
                "{'id':'\\x'}|400"
            })
    void malformedBodiesAreRefused(String json, int status) {
        assertThatThrownBy(() -> parse(json))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(
                        refused -> assertThat(refused.problem().type().status()).isEqualTo(status));
    }

    @Test
    void batchThatIsTooLongIsRefused() {
        String good = event("message.sent", "{}");
        assertThat(parse("[" + good + "," + good + "," + good + "]")).hasSize(3);
        assertThatThrownBy(() -> parse("[" + good + "," + good + "," + good + "," + good + "]"))
                .hasMessageContaining("at most 3 events");
    }

    @Test
    void shapeIsHeldAgainstTheMediaType() {
        byte[] array = "[]".getBytes(StandardCharsets.UTF_8);
        byte[] object = event("message.sent", "{}").replace('\'', '"').getBytes(StandardCharsets.UTF_8);

        assertThat(parser.parse(array, Shape.BATCH, ACME).events()).isEmpty();
        assertThat(parser.parse(object, Shape.SINGLE, ACME).events()).hasSize(1);
        assertThatThrownBy(() -> parser.parse(array, Shape.SINGLE, ACME)).hasMessageContaining("one CloudEvent");
        assertThatThrownBy(() -> parser.parse(object, Shape.BATCH, ACME)).hasMessageContaining("a batch");
    }
}
