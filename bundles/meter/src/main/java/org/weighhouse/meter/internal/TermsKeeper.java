package org.weighhouse.meter.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.CatalogChange;
import org.weighhouse.api.catalog.CatalogFeed;
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
    private final CatalogFeed feed;
    private final Answers answers;
    private final Object lock = new Object();
    private final Map<WorkspaceId, Sent> sent = new HashMap<>();
    /** Version of the last change of the catalog that was looked at. */
    private long seen;

    private record Sent(Terms terms, CompletableFuture<Void> done) {}

    TermsKeeper(Ledger ledger, Workspaces workspaces, CatalogFeed feed, Answers answers) {
        this.ledger = ledger;
        this.workspaces = workspaces;
        this.feed = feed;
        this.answers = answers;
    }

    /** Sends all terms, and from now on what changes, until the subscription is closed. Does not wait for the ledger. */
    Subscription follow() {
        // The version is taken first: what changes meanwhile is looked at twice, not never.
        long version = feed.version();
        synchronized (lock) {
            seen = version;
        }
        Subscription subscription = feed.subscribe(newest -> catchUp());
        synchronized (lock) {
            sendAll(workspace -> true);
        }
        return subscription;
    }

    /** Looks at all changes since the last time, however many calls were missed. */
    private void catchUp() {
        // The lock keeps two changes from reaching the ledger in the wrong order.
        synchronized (lock) {
            List<CatalogChange> changes = feed.since(seen);
            while (!changes.isEmpty()) {
                changes.forEach(this::follow);
                seen = changes.getLast().version();
                changes = feed.since(seen);
            }
        }
    }

    private void follow(CatalogChange change) {
        switch (change.kind()) {
            case WORKSPACE -> workspaces.find(new WorkspaceId(change.subject())).ifPresent(this::trySend);
            case PLAN -> sendAll(workspace -> workspace.plan().equals(change.subject()));
            // They say nothing of limits.
            case RATE_CARD, PRICE_BOOK, ACCOUNT, KEY -> {}
        }
    }

    private void sendAll(Predicate<Workspace> wanted) {
        workspaces.all().stream().filter(wanted).forEach(this::trySend);
    }

    /** One workspace whose terms cannot be told does not keep those of the others from the ledger. */
    private void trySend(Workspace workspace) {
        try {
            send(workspace);
        } catch (IllegalStateException e) {
            LOG.warn("The terms of workspace {} are not followed: {}", workspace.id(), e.getMessage());
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
