package org.weighhouse.gateway.internal.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.RestReply;
import org.weighhouse.gateway.internal.rest.RestRequest;

/** {@code grants} of a workspace: credits given beside its plan, once for each id. */
record GrantsResource(Neighbours neighbours, Clock clock) {

    RestReply put(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        Grant grant = Fields.read(request, fields -> grant(fields, workspace, request.variable("grant")));
        return Answers.orRefused(() -> {
            boolean given = neighbours.topUps().get().give(grant);
            return Answers.saved(given, shown(grant.id(), given));
        });
    }

    private Grant grant(Fields fields, WorkspaceId workspace, String id) {
        return new Grant(
                workspace,
                id,
                fields.need("unit", Unit::ofLimited),
                fields.find("kind", GrantsResource::kind).orElse(Grant.Kind.TOP_UP),
                fields.amount("amount"),
                fields.findInstant("from").orElseGet(clock::instant),
                fields.findInstant("expires").orElse(Instant.MAX),
                Grant.TOP_UP_PRIORITY);
    }

    private static Grant.Kind kind(String text) {
        return switch (text) {
            case "top_up" -> Grant.Kind.TOP_UP;
            case "promotion" -> Grant.Kind.PROMOTION;
            default -> throw new IllegalArgumentException("a kind is top_up or promotion");
        };
    }

    private static Map<String, Object> shown(String id, boolean given) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("given", given);
        return shown;
    }
}
