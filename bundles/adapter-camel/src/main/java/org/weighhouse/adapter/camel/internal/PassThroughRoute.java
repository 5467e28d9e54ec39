package org.weighhouse.adapter.camel.internal;

import java.util.StringJoiner;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.weighhouse.adapter.camel.CamelContexts;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.channel.ChannelResponse;

/** An adapter's Camel context with its one route: reserve, pass on, settle. */
public final class PassThroughRoute implements AutoCloseable {

    private static final String IN = "direct:in";

    private final CamelContext context;
    private final ProducerTemplate template;

    private PassThroughRoute(CamelContext context) {
        this.context = context;
        this.template = context.createProducerTemplate();
    }

    /** @throws IllegalStateException if Camel does not start */
    public static PassThroughRoute start(
            Class<?> owner, Platform platform, PassThroughSettings settings, ChannelAccounts accounts, Scale scale) {
        CamelContext context = CamelContexts.create(
                owner, "weighhouse-" + platform.descriptor().id());
        try {
            context.addComponent("http", component());
            context.addComponent("https", component());
            context.addRoutes(route(new RouteSteps(platform, settings, accounts, scale), settings));
            context.start();
            return new PassThroughRoute(context);
        } catch (Exception e) {
            context.stop();
            throw new IllegalStateException(
                    "the route of " + platform.descriptor().id() + " does not start", e);
        }
    }

    /** Answers whatever happens upstream; throws what only a bug can cause. */
    public ChannelResponse send(Passage passage) {
        Exchange exchange = template.send(IN, made -> RouteSteps.put(made, passage));
        if (exchange.getException() != null) {
            throw new IllegalStateException("the route failed", exchange.getException());
        }
        return passage.answer().orElseThrow(() -> new IllegalStateException("the route gave no answer"));
    }

    @Override
    public void close() {
        template.stop();
        context.stop();
    }

    private static RouteBuilder route(RouteSteps steps, PassThroughSettings settings) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(IN).routeId("pass-through")
                        .process(steps::reserve)
                        .choice()
                        .when(steps::isAnswered)
                        .stop()
                        .end()
                        .doTry()
                        .toD("${exchangeProperty." + RouteSteps.SERVER + "}" + options(settings))
                        .process(steps::settle)
                        .doCatch(Exception.class)
                        .process(steps::fail)
                        .end();
            }
        };
    }

    private static HttpComponent component() {
        HttpComponent http = new HttpComponent();
        http.setHttpActivityListener(new ExactHttp());
        http.setRedirectHandlingDisabled(true);
        http.setAutomaticRetriesDisabled(true);
        http.setContentCompressionDisabled(true);
        http.setCookieManagementDisabled(true);
        http.setAuthCachingDisabled(true);
        http.setConnectionStateDisabled(true);
        http.setDefaultUserAgentDisabled(true);
        return http;
    }

    private static String options(PassThroughSettings settings) {
        return new StringJoiner("&", "?", "")
                .add("bridgeEndpoint=true")
                .add("throwExceptionOnFailure=false")
                .add("disableStreamCache=true")
                .add("copyHeaders=false")
                .add("skipRequestHeaders=true")
                .add("skipResponseHeaders=true")
                .add("getWithBody=true")
                .add("deleteWithBody=true")
                .add("maxTotalConnections=" + settings.maxConnections())
                .add("connectionsPerRoute=" + settings.maxConnections())
                .add("connectionRequestTimeout=" + settings.connectionWait().toMillis())
                .add("connectTimeout=" + settings.connectTimeout().toMillis())
                .add("responseTimeout=" + settings.silenceTimeout().toMillis())
                .add("soTimeout=" + settings.silenceTimeout().toMillis())
                .toString();
    }
}
