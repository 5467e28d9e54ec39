package org.weighhouse.gateway.internal.admin;

import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.RestReply;
import org.weighhouse.gateway.internal.rest.RestRequest;

/** {@code /api/v1/admin/workspaces}. */
record WorkspacesResource(Neighbours neighbours) {

    RestReply list(RestRequest request) {
        List<Workspace> reached = request.access()
                .where(Permission.LOOK, neighbours.workspaces().get().all());
        return Answers.page(request, reached, each -> each.id().value(), WorkspacesResource::shown);
    }

    RestReply one(RestRequest request) {
        return RestReply.json(200, shown(Answers.workspace(neighbours, request)));
    }

    RestReply put(RestRequest request) {
        WorkspaceId id = Answers.workspaceId(request);
        Workspace workspace = Fields.read(
                request,
                fields -> new Workspace(
                        id,
                        fields.text("name"),
                        fields.need("zone", ZoneId::of),
                        fields.text("plan"),
                        fields.need("currency", WorkspacesResource::currency)));
        Workspaces workspaces = neighbours.workspaces().get();
        boolean isNew = workspaces.find(id).isEmpty();
        return Answers.orRefused(() -> {
            workspaces.save(workspace);
            return Answers.saved(isNew, shown(workspace));
        });
    }

    private static Currency currency(String text) {
        try {
            return Currency.getInstance(text);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("say three letters of ISO 4217, such as EUR", unknown);
        }
    }

    private static Map<String, Object> shown(Workspace workspace) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", workspace.id().value());
        shown.put("name", workspace.name());
        shown.put("zone", workspace.zone().getId());
        shown.put("plan", workspace.plan());
        shown.put("currency", workspace.currency().getCurrencyCode());
        return shown;
    }
}
