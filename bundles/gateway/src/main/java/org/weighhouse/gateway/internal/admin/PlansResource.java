package org.weighhouse.gateway.internal.admin;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.RestReply;
import org.weighhouse.gateway.internal.rest.RestRequest;

/** {@code /api/v1/admin/plans}. */
record PlansResource(Neighbours neighbours) {

    RestReply list(RestRequest request) {
        return Answers.page(request, neighbours.workspaces().get().plans(), Plan::name, PlansResource::shown);
    }

    RestReply one(RestRequest request) {
        return RestReply.json(
                200, shown(Answers.orNotFound(neighbours.workspaces().get().plan(request.variable("plan")), "plan")));
    }

    RestReply put(RestRequest request) {
        String name = request.variable("plan");
        Plan plan = Fields.read(
                request, fields -> new Plan(name, fields.map("allowances", Unit::ofLimited, PlansResource::allowance)));
        Workspaces workspaces = neighbours.workspaces().get();
        boolean isNew = workspaces.plan(name).isEmpty();
        return Answers.orRefused(() -> {
            workspaces.savePlan(plan);
            return Answers.saved(isNew, shown(plan));
        });
    }

    private static Allowance allowance(Fields fields) {
        return new Allowance(
                fields.amount("amount"), fields.need("limit", PlansResource::limit), fields.flag("rollsOver"));
    }

    private static Allowance.Limit limit(String text) {
        return switch (text) {
            case "hard" -> Allowance.Limit.HARD;
            case "soft" -> Allowance.Limit.SOFT;
            default -> throw new IllegalArgumentException("a limit is hard or soft");
        };
    }

    private static Map<String, Object> shown(Plan plan) {
        Map<String, Object> allowances = new LinkedHashMap<>();
        for (Unit unit : Unit.values()) {
            if (plan.allowances().containsKey(unit)) {
                allowances.put(unit.slug(), shown(plan.allowances().get(unit)));
            }
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", plan.name());
        shown.put("allowances", allowances);
        return shown;
    }

    private static Map<String, Object> shown(Allowance allowance) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("amount", allowance.amount().toBigDecimal());
        shown.put("limit", allowance.limit().name().toLowerCase(Locale.ROOT));
        shown.put("rollsOver", allowance.rollsOver());
        return shown;
    }
}
