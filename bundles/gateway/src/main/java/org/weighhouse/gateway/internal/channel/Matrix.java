package org.weighhouse.gateway.internal.channel;

import java.util.List;
import org.weighhouse.api.Attribution;

/** Attribution in matrix parameters, for clients that cannot set headers. */
public final class Matrix {

    private Matrix() {}

    /** @throws org.weighhouse.gateway.internal.http.ProblemException 400 for a bad value */
    public static Attribution attribution(List<String> parameters) {
        Attributes attributes = new Attributes();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && Attributes.isOurs(parameter.substring(0, equals))) {
                attributes.put(parameter.substring(0, equals), parameter.substring(equals + 1));
            }
        }
        return attributes.said();
    }
}
