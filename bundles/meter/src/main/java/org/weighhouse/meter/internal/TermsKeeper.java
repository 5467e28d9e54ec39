package org.weighhouse.meter.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.Terms;

/**
 * Keeps the terms of the ledger's accounts in step with the catalog's workspaces and plans, so that nothing is held or
 * counted for a workspace before the ledger knows its limits. Thread-safe.
 */
final class TermsKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(TermsKeeper.class);

    private final Ledger ledger;
    private final Workspaces workspaces;
    private final Answers answers;
    private final Object lock = new Object();
    private final Map<WorkspaceId, Sent> sent = new HashMap<>();

    private record Sent(Terms terms, CompletableFuture<Void> done) {}

    TermsKeeper(Ledger ledger, Workspaces workspaces, Answers answers) {
        this.ledger = ledger;
        this.workspaces = workspaces;
        this.answers = answers;
    }

    /** Sends the ledger what changed since the last time. Does not wait for it. */
    void sync() {
        // The lock keeps two changes from reaching the ledger in the wrong order.
        synchronized (lock) {
            for (Workspace workspace : workspaces.all()) {
                send(workspace);
            }
        }
    }

    /**
     * Waits until the ledger knows the terms of a workspace, and sends them again if that failed before.
     *
     * @throws LedgerUnavailableException if the ledger cannot write them
     */
    void await(Workspace workspace) {
        CompletableFuture<Void> done;
        synchronized (lock) {
            Sent last = sent.get(workspace.id());
            done = last == null || last.done.isCompletedExceptionally() ? send(workspace) : last.done;
        }
        if (!done.isDone() || done.isCompletedExceptionally()) {
            answers.await(done);
        }
    }

    private CompletableFuture<Void> send(Workspace workspace) {
        Terms terms = terms(workspace);
        Sent last = sent.get(workspace.id());
        if (last != null && last.terms.equals(terms) && !last.done.isCompletedExceptionally()) {
            return last.done;
        }
        CompletableFuture<Void> done = ledger.setTerms(workspace.id(), terms);
        done.whenComplete((nothing, failure) -> {
            if (failure != null) {
                LOG.warn("The terms of workspace {} did not reach the ledger: {}", workspace.id(), failure.toString());
            }
        });
        sent.put(workspace.id(), new Sent(terms, done));
        return done;
    }

    private Terms terms(Workspace workspace) {
        Plan plan = workspaces
                .plan(workspace.plan())
                .orElseThrow(() -> new IllegalStateException(
                        "workspace " + workspace.id() + " is on plan " + workspace.plan() + ", which is gone"));
        return new Terms(workspace.zone(), plan.allowances());
    }
}
