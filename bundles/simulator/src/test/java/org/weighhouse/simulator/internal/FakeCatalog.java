package org.weighhouse.simulator.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.api.kit.FakeWorkspaces;
import org.weighhouse.api.kit.UnaskedKeys;
import org.weighhouse.simulator.internal.plan.DemoPlan;

/** A catalog in memory, whose adapters a test switches on. */
final class FakeCatalog {

    final FakeWorkspaces workspaces = new FakeWorkspaces();
    final FakeAccounts accounts = new FakeAccounts();
    final Map<String, Channels.Channel> channels = new HashMap<>();
    final Map<String, ApiKeys.KeyInfo> keys = new HashMap<>();
    private int made;

    DemoCatalog demo() {
        return new DemoCatalog(workspaces, new FakeKeys(), accounts, new FakeChannels());
    }

    synchronized void online(ChannelDescriptor descriptor) {
        channels.put(descriptor.id(), new Channels.Channel(descriptor, true));
    }

    /** The demo's accounts of a channel, oldest first. */
    List<ChannelAccount> accounts(String channel) {
        return accounts.list(DemoPlan.WORKSPACE_ID, channel);
    }

    private final class FakeKeys implements UnaskedKeys {
        @Override
        public NewKey create(WorkspaceId workspace, KeyTerms terms) {
            String text = PREFIX + "secret" + ++made;
            KeyInfo info = new KeyInfo("id-" + text, workspace, "cret", terms, Instant.EPOCH, Optional.empty());
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
