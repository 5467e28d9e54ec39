package org.weighhouse.simulator.internal;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.ChannelDescriptor;

/** A catalog in memory. */
final class FakeCatalog {

    final Map<WorkspaceId, Workspace> workspaces = new HashMap<>();
    final Map<String, Plan> plans = new HashMap<>();
    final Map<String, ChannelAccount> accounts = new HashMap<>();
    final Map<String, Channels.Channel> channels = new HashMap<>();
    final Map<String, ApiKeys.KeyInfo> keys = new HashMap<>();

    private int made;

    DemoCatalog demo() {
        return new DemoCatalog(new FakeWorkspaces(), new FakeKeys(), new FakeAccounts(), new FakeChannels());
    }

    synchronized void online(ChannelDescriptor descriptor) {
        channels.put(descriptor.id(), new Channels.Channel(descriptor, true));
    }

    private final class FakeWorkspaces implements Workspaces {
        @Override
        public List<Workspace> all() {
            return List.copyOf(workspaces.values());
        }

        @Override
        public Optional<Workspace> find(WorkspaceId id) {
            return Optional.ofNullable(workspaces.get(id));
        }

        @Override
        public void save(Workspace workspace) {
            if (!plans.containsKey(workspace.plan())) {
                throw new IllegalArgumentException("unknown plan");
            }
            workspaces.put(workspace.id(), workspace);
        }

        @Override
        public List<Plan> plans() {
            return List.copyOf(plans.values());
        }

        @Override
        public Optional<Plan> plan(String name) {
            return Optional.ofNullable(plans.get(name));
        }

        @Override
        public void savePlan(Plan plan) {
            plans.put(plan.name(), plan);
        }

        @Override
        public RateCard rateCard(WorkspaceId workspace, Instant at) {
            return RateCard.DEFAULT;
        }

        @Override
        public void saveRateCard(WorkspaceId workspace, RateCard card) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Subscription subscribe(Runnable listener) {
            return () -> {};
        }
    }

    private final class FakeKeys implements ApiKeys {
        @Override
        public NewKey create(WorkspaceId workspace, String label, Attribution defaults) {
            String text = PREFIX + "secret" + ++made;
            KeyInfo info = new KeyInfo("id-" + text, workspace, label, "cret", defaults, Instant.EPOCH);
            keys.put(text, info);
            return new NewKey(info, text);
        }

        @Override
        public boolean revoke(String id) {
            return keys.values().removeIf(info -> info.id().equals(id));
        }

        @Override
        public List<KeyInfo> list(WorkspaceId workspace) {
            return new ArrayList<>(keys.values());
        }

        @Override
        public Optional<KeyInfo> resolve(String text) {
            return Optional.ofNullable(keys.get(text));
        }
    }

    private final class FakeAccounts implements ChannelAccounts {
        @Override
        public ChannelAccount connect(WorkspaceId workspace, String channel, URI baseUrl, Secret credential) {
            ChannelAccount account = new ChannelAccount("a-" + channel, workspace, channel, baseUrl, credential);
            accounts.put(channel, account);
            return account;
        }

        @Override
        public boolean disconnect(WorkspaceId workspace, String channel) {
            return accounts.remove(channel) != null;
        }

        @Override
        public List<ChannelAccount> list(WorkspaceId workspace) {
            return List.copyOf(accounts.values());
        }

        @Override
        public Optional<ChannelAccount> find(WorkspaceId workspace, String channel) {
            return Optional.ofNullable(accounts.get(channel));
        }
    }

    private final class FakeChannels implements Channels {
        @Override
        public List<Channel> all() {
            synchronized (FakeCatalog.this) {
                return List.copyOf(channels.values());
            }
        }

        @Override
        public Optional<Channel> find(String id) {
            synchronized (FakeCatalog.this) {
                return Optional.ofNullable(channels.get(id));
            }
        }

        @Override
        public void remember(ChannelDescriptor descriptor) {
            synchronized (FakeCatalog.this) {
                channels.put(descriptor.id(), new Channel(descriptor, false));
            }
        }

        @Override
        public Subscription subscribe(Runnable listener) {
            return () -> {};
        }
    }
}
