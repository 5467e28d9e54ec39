package org.weighhouse.dashboard.internal.services;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Sessions;
import org.weighhouse.api.access.TrustedProxies;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.CatalogFeed;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.channel.Gateway;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.report.ReportService;
import org.weighhouse.api.report.TrailExport;
import org.weighhouse.api.share.ShareWatch;
import org.weighhouse.api.tls.ServerCertificate;

/**
 * The door to the other bundles: one tracker a service type for the life of this bundle, and news of what changed.
 * Opened by the first view that asks, closed with the web application. Thread-safe.
 */
public final class Services {

    private static Optional<Services> open = Optional.empty();

    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
    private final TrackedService<UsageQueries> queries;
    private final TrackedService<Ledger> ledger;
    private final TrackedService<Workspaces> workspaces;
    private final TrackedService<CatalogFeed> catalog;
    private final TrackedService<Channels> channels;
    private final TrackedService<ChannelAccounts> accounts;
    private final TrackedService<ApiKeys> keys;
    private final TrackedService<ReportService> reports;
    private final TrackedService<Users> users;
    private final TrackedService<Sessions> sessions;
    private final TrackedService<TrustedProxies> proxies;
    private final TrackedService<ShareWatch> shares;
    private final TrackedService<Gateway> gateway;
    private final TrackedService<AuditTrail> trail;
    private final TrackedService<TrailExport> trailExport;
    private final TrackedService<ServerCertificate> certificate;
    private final QuarterHours quarters;
    private final LedgerWatch ledgerWatch;

    private Services(BundleContext context) {
        queries = new TrackedService<>(
                context,
                UsageQueries.class,
                (service, changed) -> service.subscribe(this::usageChanged),
                this::everythingChanged);
        workspaces = track(context, Workspaces.class, Services::silent);
        catalog = track(context, CatalogFeed.class, (feed, changed) -> feed.subscribe(version -> changed.run()));
        channels = track(context, Channels.class, Channels::subscribe);
        ledger = track(context, Ledger.class, Services::silent);
        accounts = track(context, ChannelAccounts.class, Services::silent);
        keys = track(context, ApiKeys.class, Services::silent);
        reports = track(context, ReportService.class, Services::silent);
        users = track(context, Users.class, Services::silent);
        sessions = track(context, Sessions.class, Services::silent);
        proxies = track(context, TrustedProxies.class, Services::silent);
        shares = track(context, ShareWatch.class, Services::silent);
        gateway = track(context, Gateway.class, Services::silent);
        trail = track(context, AuditTrail.class, Services::silent);
        trailExport = track(context, TrailExport.class, Services::silent);
        certificate = track(context, ServerCertificate.class, Services::silent);
        quarters = new QuarterHours(InstantSource.system(), QuarterHours.LONGEST_NAP, this::everythingChanged);
        ledgerWatch =
                new LedgerWatch(() -> ledger.get().map(Ledger::shards), LedgerWatch.SPACING, this::everythingChanged);
    }

    public static synchronized Services get() {
        if (open.isEmpty()) {
            open = Optional.of(
                    new Services(FrameworkUtil.getBundle(Services.class).getBundleContext()));
        }
        return open.get();
    }

    /** Lets go of all services; called when the web application ends. */
    public static synchronized void close() {
        open.ifPresent(Services::closeAll);
        open = Optional.empty();
    }

    /** Empty while one of the services is away, for instance because its bundle is being replaced. */
    public Optional<Backend> backend() {
        return queries.get()
                .flatMap(usage -> workspaces.get().flatMap(who -> channels.get().flatMap(known -> accounts.get()
                        .map(connected -> new Backend(
                                usage,
                                who,
                                known,
                                connected,
                                ledger.get(),
                                keys.get(),
                                shares.get(),
                                gateway.get(),
                                certificate.get())))));
    }

    /** Whether entries of a workspace are taken; empty while there is no ledger. */
    public Optional<LedgerHealth> ledgerHealth(WorkspaceId workspace) {
        return ledger.get().map(each -> each.health(workspace));
    }

    public Optional<ReportService> reports() {
        return reports.get();
    }

    public Optional<Users> users() {
        return users.get();
    }

    public Optional<Sessions> sessions() {
        return sessions.get();
    }

    public Optional<TrustedProxies> proxies() {
        return proxies.get();
    }

    public Optional<AuditTrail> trail() {
        return trail.get();
    }

    public Optional<ServerCertificate> certificate() {
        return certificate.get();
    }

    public Optional<TrailExport> trailExport() {
        return trailExport.get();
    }

    /** Calls the listener, which must not block, after usage changed, a service came or went or the ledger stopped, and each quarter of an hour. */
    public Subscription subscribe(ChangeListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private <S> TrackedService<S> track(
            BundleContext context, Class<S> type, BiFunction<S, Runnable, Subscription> subscribe) {
        return new TrackedService<>(context, type, subscribe, this::everythingChanged);
    }

    private static <S> Subscription silent(S service, Runnable changed) {
        return () -> {};
    }

    private void usageChanged(WorkspaceId workspace) {
        listeners.forEach(listener -> listener.usageChanged(workspace));
    }

    private void everythingChanged() {
        listeners.forEach(ChangeListener::everythingChanged);
    }

    private void closeAll() {
        quarters.close();
        ledgerWatch.close();
        List.of(
                        queries,
                        workspaces,
                        catalog,
                        channels,
                        ledger,
                        accounts,
                        keys,
                        reports,
                        users,
                        sessions,
                        proxies,
                        shares,
                        gateway,
                        trail,
                        trailExport,
                        certificate)
                .forEach(TrackedService::close);
        listeners.clear();
    }
}
