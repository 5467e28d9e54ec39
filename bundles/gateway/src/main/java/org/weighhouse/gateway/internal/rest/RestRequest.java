package org.weighhouse.gateway.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Access;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.http.QueryParameters;

/**
 * A request of the REST API.
 *
 * @param variables what the path has in the place of the template's names
 * @param mediaType of the body, without parameters, lower case; empty if there is no body
 * @param body empty if there is none
 * @param client who asks; empty on routes that ask nobody
 */
public record RestRequest(
        String method,
        Map<String, String> variables,
        QueryParameters query,
        Headers headers,
        String mediaType,
        byte[] body,
        Optional<Client> client) {

    /** The variable of paths that names a workspace. */
    public static final String WORKSPACE = "workspace";

    public String variable(String name) {
        return variables.get(name);
    }

    public List<String> parameters(String name) {
        return query.values().getOrDefault(name, List.of());
    }

    /** The value of a parameter that can be there once. */
    public Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst();
    }

    /** The key's workspace, on a route that needs a key. */
    public WorkspaceId workspace() {
        return key().workspace();
    }

    /** The key, on a route that needs one. */
    public Caller.Key key() {
        return client.flatMap(Client::key).orElseThrow();
    }

    /** What whoever asks may do, on a route that asks. */
    public Access access() {
        return client.orElseThrow().access();
    }

    /** The instant that a parameter names, if it is there. */
    public Optional<Instant> instant(String name) {
        return parameter(name).map(text -> Instants.parse(name, text));
    }

    /** @throws ProblemException 403 unless the subject is the key's own workspace */
    public void requireOwn(String subject) {
        if (!workspace().value().equals(subject)) {
            throw new ProblemException(
                    Problem.of(ProblemType.FORBIDDEN, "The subject must be the workspace of the key."));
        }
    }
}
