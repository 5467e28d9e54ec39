package org.weighhouse.dashboard.internal.view;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.security.LoggedInUser;
import org.weighhouse.dashboard.internal.security.Needs;
import org.weighhouse.dashboard.internal.services.Backend;
import org.weighhouse.dashboard.internal.services.Services;

/** What came of reading a page's data. */
sealed interface Reading<T> {

    record Ready<T>(T data, Workspace workspace, Formats formats) implements Reading<T> {}

    /** A service is away, or went away meanwhile. */
    record Away<T>() implements Reading<T> {}

    /** The user may see no workspace. */
    record NoWorkspace<T>() implements Reading<T> {}

    /** The user may see the workspace, but not this of it. */
    record Forbidden<T>() implements Reading<T> {}

    Logger LOG = LoggerFactory.getLogger(Reading.class);

    static <T> Reading<T> of(LiveView<T> view, LoggedInUser user, Optional<WorkspaceId> chosen, Locale locale) {
        try {
            return Services.get()
                    .backend()
                    .map(backend -> of(view, backend, user, chosen, locale))
                    .orElseGet(Away::new);
        } catch (RuntimeException away) {
            // A service that is being replaced fails in its own way; the page waits for the next one.
            LOG.info("A page could not be read, it will try again: {}", away.toString());
            LOG.debug("Why it could not be read", away);
            return new Away<>();
        }
    }

    private static <T> Reading<T> of(
            LiveView<T> view, Backend backend, LoggedInUser user, Optional<WorkspaceId> chosen, Locale locale) {
        List<Workspace> visible = user.visible(backend.workspaces().all());
        Optional<Workspace> workspace = CurrentWorkspace.among(visible, chosen);
        if (workspace.isEmpty()) {
            return new NoWorkspace<>();
        }
        if (!user.access().may(Needs.Of.page(view.getClass()), workspace.get().id())) {
            return new Forbidden<>();
        }
        Formats formats =
                new Formats(locale, workspace.get().zone(), workspace.get().currency());
        T data = view.read(backend, workspace.get(), formats, Instant.now());
        return new Ready<>(data, workspace.get(), formats);
    }
}
