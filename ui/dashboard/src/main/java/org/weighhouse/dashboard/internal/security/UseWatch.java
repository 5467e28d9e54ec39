package org.weighhouse.dashboard.internal.security;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.ApplicationConstants;
import java.util.Set;

/** Tells a session that somebody uses it, by the requests that only people make: an open page alone does not count. */
public final class UseWatch implements RequestHandler {

    private static final long serialVersionUID = 1L;

    /** What pages send by themselves. */
    private static final Set<String> BY_ITSELF =
            Set.of(RequestType.HEARTBEAT.getIdentifier(), RequestType.PUSH.getIdentifier());

    @Override
    public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response) {
        if (isUse(request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER))) {
            LoginSession.used(request.getWrappedSession());
        }
        return false;
    }

    /** @param type what the page says of its request; may be missing */
    static boolean isUse(String type) {
        return type == null || !BY_ITSELF.contains(type);
    }
}
