package org.weighhouse.gateway.internal.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Network;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ApiKeys.KeyInfo;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Validity;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.RestReply;
import org.weighhouse.gateway.internal.rest.RestRequest;

/** {@code keys} of a workspace. A key's text is in the answer that makes it, and nowhere else. */
record KeysResource(Neighbours neighbours) {

    /** Names the request, so that one that is repeated makes no second key. */
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final long DAY_IN_SECONDS = Duration.ofDays(1).toSeconds();

    private static final String SUBSCRIBER = "subscriber";
    private static final Set<Dimension> DEFAULTS = EnumSet.complementOf(EnumSet.of(Dimension.ACCOUNT, Dimension.KEY));

    RestReply list(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        return Answers.page(request, neighbours.keys().get().list(workspace), KeysResource::place, this::shown);
    }

    /** In the order of their creation. */
    private static String place(KeyInfo key) {
        return String.format("%013d-%s", key.created().toEpochMilli(), key.id());
    }

    RestReply one(RestRequest request) {
        return RestReply.json(200, shown(known(request)));
    }

    RestReply create(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        KeyTerms terms = Fields.read(request, KeysResource::terms);
        ApiKeys keys = neighbours.keys().get();
        Optional<String> name = request.headers().first(IDEMPOTENCY_KEY).map(KeysResource::unquoted);
        return Answers.orRefused(() -> {
            if (name.isEmpty()) {
                ApiKeys.NewKey made = keys.create(workspace, terms);
                return Answers.saved(true, shown(made.info(), Optional.of(made.text())));
            }
            ApiKeys.NamedKey key = keys.create(workspace, terms, name.get());
            if (!key.key().terms().equals(terms)) {
                throw new ProblemException(Problem.of(
                        ProblemType.CONFLICT, "A key was made by this " + IDEMPOTENCY_KEY + " with other terms."));
            }
            return Answers.saved(key.text().isPresent(), shown(key.key(), key.text()));
        });
    }

    /** The draft of the header's standard has it in quotes; many clients leave them out. */
    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    RestReply rotate(RestRequest request) {
        KeyInfo key = known(request);
        Duration overlap = Fields.read(
                request,
                fields -> Duration.ofSeconds(fields.findWhole("overlapInSeconds")
                        .map(seconds -> Math.min(seconds, ApiKeys.MAX_OVERLAP.toSeconds() + 1))
                        .orElse(DAY_IN_SECONDS)));
        return Answers.orRefused(() -> {
            ApiKeys.NewKey rotated = Answers.orNotFound(neighbours.keys().get().rotate(key.id(), overlap), "key");
            return RestReply.json(200, shown(rotated.info(), Optional.of(rotated.text())));
        });
    }

    RestReply delete(RestRequest request) {
        return Answers.gone(neighbours.keys().get().revoke(known(request).id()), "key");
    }

    private KeyInfo known(RestRequest request) {
        WorkspaceId workspace = Answers.workspace(neighbours, request).id();
        return Answers.orNotFound(
                neighbours.keys().get().list(workspace).stream()
                        .filter(key -> key.id().equals(request.variable("key")))
                        .findFirst(),
                "key");
    }

    private static KeyTerms terms(Fields fields) {
        Set<KeyScope> scopes = EnumSet.noneOf(KeyScope.class);
        scopes.addAll(fields.each("scopes", KeyScope::ofSlug));
        Validity validity = Answers.orRefused(
                () -> new Validity(fields.findInstant("expires"), fields.each("sources", Network::of)));
        return new KeyTerms(
                fields.text("label"), scopes.isEmpty() ? KeyTerms.USUAL : scopes, defaults(fields), validity);
    }

    private static Attribution defaults(Fields fields) {
        Attribution said = Attribution.NONE;
        for (Map.Entry<String, String> entry : fields.texts("defaults").entrySet()) {
            String name = entry.getKey();
            Optional<Dimension> dimension = Dimension.ofKey(name).filter(DEFAULTS::contains);
            if (!Attribution.isValid(entry.getValue()) || dimension.isEmpty() && !name.equals(SUBSCRIBER)) {
                throw new ProblemException(Problem.malformed("defaults holds " + names() + ", each at most "
                        + Attribution.MAX_LENGTH + " characters without control characters."));
            }
            Attribution before = said;
            said = dimension
                    .map(each -> before.with(each, entry.getValue()))
                    .orElseGet(() -> before.withSubscriber(entry.getValue()));
        }
        return said;
    }

    private static String names() {
        return String.join(", ", DEFAULTS.stream().map(Dimension::key).toList()) + ", " + SUBSCRIBER;
    }

    private Map<String, Object> shown(KeyInfo key) {
        return shown(key, Optional.empty());
    }

    private Map<String, Object> shown(KeyInfo key, Optional<String> text) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", key.id());
        text.ifPresent(is -> shown.put("text", is));
        shown.put("hint", key.hint());
        shown.put("label", key.label());
        shown.put("scopes", key.terms().scopes().stream().map(KeyScope::slug).toList());
        shown.put("defaults", defaults(key.defaults()));
        key.terms().validity().expires().map(Instant::toString).ifPresent(end -> shown.put("expires", end));
        shown.put(
                "sources",
                key.terms().validity().sources().stream().map(Network::toString).toList());
        shown.put("created", key.created().toString());
        key.overlap().map(Instant::toString).ifPresent(until -> shown.put("oldTextUntil", until));
        neighbours
                .keys()
                .get()
                .lastUsed(key.id())
                .map(Instant::toString)
                .ifPresent(last -> shown.put("lastUsed", last));
        return shown;
    }

    private static Map<String, String> defaults(Attribution said) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Dimension dimension : DEFAULTS) {
            if (!said.get(dimension).isEmpty()) {
                shown.put(dimension.key(), said.get(dimension));
            }
        }
        if (!said.subscriber().isEmpty()) {
            shown.put(SUBSCRIBER, said.subscriber());
        }
        return shown;
    }
}
