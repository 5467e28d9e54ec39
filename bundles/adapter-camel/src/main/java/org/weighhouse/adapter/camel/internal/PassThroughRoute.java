package org.weighhouse.adapter.camel.internal;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.TryDefinition;
import org.weighhouse.adapter.camel.CamelContexts;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.UpstreamAddresses;

/** An adapter's Camel context with its routes: reserve, pass on, settle; and what the platform calls back with, to the bot. */
public final class PassThroughRoute implements AutoCloseable {

    private static final String IN = "direct:in";
    private static final String BACK = "direct:back";

    private final CamelContext context;
    private final ProducerTemplate template;

    private PassThroughRoute(CamelContext context) {
        this.context = context;
        this.template = context.createProducerTemplate();
    }

    /** @throws IllegalStateException if Camel does not start */
    public static PassThroughRoute start(
            Class<?> owner,
            Platform platform,
            PassThroughSettings settings,
            ChannelAccounts accounts,
            UpstreamAddresses upstreams,
            Scale scale) {
        CamelContext context = CamelContexts.create(
                owner, "weighhouse-" + platform.descriptor().id());
        try {
            context.addComponent("http", new UpstreamHttp(settings.silenceTimeout(), upstreams));
            context.addComponent("https", new UpstreamHttp(settings.silenceTimeout(), upstreams));
            context.addRoutes(passThrough(new RouteSteps(platform, settings, accounts, upstreams, scale)));
            context.addRoutes(callback(new CallbackSteps(platform, settings, upstreams)));
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
        return send(IN, passage);
    }

    /** The same for what a platform calls back with. */
    public ChannelResponse callback(Passage passage) {
        return send(BACK, passage);
    }

    private ChannelResponse send(String way, Passage passage) {
        Exchange exchange = template.send(way, made -> RouteSteps.put(made, passage));
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

    private static RouteBuilder passThrough(RouteSteps steps) {
        return route(IN, "pass-through", steps::reserve, steps::settle, steps::fail);
    }

    private static RouteBuilder callback(CallbackSteps steps) {
        return route(BACK, "callback", steps::address, steps::answer, steps::fail);
    }

    /** Goes out unless there is an answer after the first step. */
    private static RouteBuilder route(String from, String id, Processor before, Processor after, Processor failed) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                TryDefinition passing = from(from)
                        .routeId(id)
                        .process(before)
                        .choice()
                        .when(exchange -> RouteSteps.passage(exchange).answer().isPresent())
                        .stop()
                        .end()
                        .doTry();
                // Optimised, Camel would take off the path that tells the pools of connections apart.
                passing.toD().allowOptimisedComponents(false).uri("${exchangeProperty." + RouteSteps.ENDPOINT + "}");
                passing.process(after).doCatch(Exception.class).process(failed).end();
            }
        };
    }
}
