package org.weighhouse.gateway.internal.watch;

import org.weighhouse.gateway.internal.share.Load;
import org.weighhouse.http.ClientConnections;

/** What the metrics tell of the door itself. */
public record Watched(Load load, ClientConnections connections, RequestMetrics requests) {}
