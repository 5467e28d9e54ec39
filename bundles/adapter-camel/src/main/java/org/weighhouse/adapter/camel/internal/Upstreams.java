package org.weighhouse.adapter.camel.internal;

import java.net.URI;
import java.util.StringJoiner;
import org.weighhouse.adapter.camel.PassThroughSettings;

/**
 * The endpoints that Camel reaches a server by: one for quick calls and one for those that last, each with connections of
 * its own, so that idle long polls lock nobody out. Their paths only tell them apart; {@link ExactHttp} puts the real one
 * into the request line.
 */
final class Upstreams {

    private final String quick;
    private final String lasting;

    private final PassThroughSettings settings;

    Upstreams(PassThroughSettings settings) {
        this.settings = settings;
        this.quick = "/quick" + options(settings, settings.maxConnections());
        this.lasting = "/lasting" + options(settings, settings.maxStreams());
    }

    /** @param server scheme and authority */
    String endpoint(URI server, boolean lasts) {
        return server + (lasts ? lasting : quick);
    }

    /** Most connections to an endpoint. */
    int most(boolean lasts) {
        return lasts ? settings.maxStreams() : settings.maxConnections();
    }

    private static String options(PassThroughSettings settings, int connections) {
        return new StringJoiner("&", "?", "")
                .add("bridgeEndpoint=true")
                .add("throwExceptionOnFailure=false")
                .add("disableStreamCache=true")
                .add("copyHeaders=false")
                .add("skipRequestHeaders=true")
                .add("skipResponseHeaders=true")
                .add("getWithBody=true")
                .add("deleteWithBody=true")
                .add("maxTotalConnections=" + connections)
                .add("connectionsPerRoute=" + connections)
                .add("connectionRequestTimeout=" + settings.connectionWait().toMillis())
                .add("connectTimeout=" + settings.connectTimeout().toMillis())
                .add("responseTimeout=" + settings.silenceTimeout().toMillis())
                .add("soTimeout=" + settings.silenceTimeout().toMillis())
                .toString();
    }
}
